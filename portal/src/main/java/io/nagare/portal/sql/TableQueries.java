package io.nagare.portal.sql;

import io.nagare.contracts.DatasetContract;
import io.nagare.portal.tables.Lake;
import io.nagare.portal.tables.LakeUnavailable;
import io.nagare.portal.tables.PlannedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Answers queries over the newest snapshot of the tables.
 *
 * <p>Every table is a view of its name. A dataset's view shows the newest revision of each row;
 * {@code <name>_revisions} shows all of them. Each query sees one snapshot per table, however long
 * it runs. Safe for many threads.
 */
public final class TableQueries implements AutoCloseable {
  private final Lake lake;
  private final Map<String, DatasetContract> datasets = new HashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "query-time-limit");
            thread.setDaemon(true);
            return thread;
          });

  /** Queries over a lake whose datasets have these contracts. */
  public TableQueries(Lake lake, List<DatasetContract> contracts) {
    this.lake = lake;
    contracts.forEach(contract -> datasets.put(contract.table(), contract));
  }

  /**
   * Runs one query and hands its rows to a sink.
   *
   * @throws BadQuery if the query is not allowed, is wrong or exceeds a limit
   * @throws LakeUnavailable if the catalog or a table's file cannot be read
   * @throws IOException if the sink cannot take the rows
   */
  public void run(String sql, QueryLimits limits, RowSink sink)
      throws BadQuery, LakeUnavailable, IOException {
    try {
      SqlGate.Admitted query = admit(sql);
      List<TableView> views = views(query);
      try (QuerySession session = QuerySession.open(views, limits)) {
        new RunningQuery(session.connection(), limits, watch).run(query.text(), sink);
      } catch (SQLException failed) {
        throw explained(failed, views);
      }
    } catch (SQLException engine) {
      throw new LakeUnavailable("the query engine failed: " + engine.getMessage(), engine);
    }
  }

  /**
   * Runs a statement of the portal's own, such as a {@code COPY … TO}, over one dataset.
   *
   * @param spill folder for what memory cannot hold
   * @throws LakeUnavailable if a table's file cannot be read or the statement fails
   */
  public void deliver(DatasetContract contract, PlannedTable table, String statement, Path spill)
      throws LakeUnavailable {
    List<TableView> views = List.of(TableView.newest(contract.table(), table, contract.key()));
    try (QuerySession session = QuerySession.openForDelivery(views, QueryLimits.DELIVERY, spill);
        var running = session.connection().createStatement()) {
      running.execute(statement);
    } catch (SQLException failed) {
      throw new LakeUnavailable(
          "dataset %s cannot be delivered: %s".formatted(contract.id(), failed.getMessage()),
          failed);
    }
  }

  /**
   * Runs a query of the portal's own over one planned dataset.
   *
   * @param spill folder for what memory cannot hold
   * @throws LakeUnavailable if a table's file cannot be read
   * @throws IOException if the sink cannot take the rows
   */
  public void read(
      DatasetContract contract, PlannedTable table, String sql, Path spill, RowSink sink)
      throws LakeUnavailable, IOException {
    List<TableView> views = List.of(TableView.newest(contract.table(), table, contract.key()));
    try (QuerySession session = QuerySession.openForDelivery(views, QueryLimits.DELIVERY, spill)) {
      new RunningQuery(session.connection(), QueryLimits.DELIVERY, watch).run(sql, sink);
    } catch (SQLException | BadQuery failed) {
      throw new LakeUnavailable(
          "dataset %s cannot be read: %s".formatted(contract.id(), failed.getMessage()), failed);
    }
  }

  private SqlGate.Admitted admit(String sql) throws BadQuery, LakeUnavailable, SQLException {
    Set<String> names = new TreeSet<>();
    for (String table : lake.names()) {
      names.add(table.toLowerCase(Locale.ROOT));
      if (datasets.containsKey(table)) {
        names.add(table.toLowerCase(Locale.ROOT) + TableView.REVISIONS);
      }
    }
    try (QuerySession parser = QuerySession.openParser()) {
      return SqlGate.admit(parser.connection(), sql, names);
    }
  }

  /** Plans what the query reads; of tables that it only lists, the columns are enough. */
  private List<TableView> views(SqlGate.Admitted query) throws LakeUnavailable {
    List<TableView> views = new ArrayList<>();
    for (String name : lake.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean read =
          query.tables().contains(lower)
              || (datasets.containsKey(name)
                  && query.tables().contains(lower + TableView.REVISIONS));
      if (!read && !query.lists()) {
        continue;
      }
      PlannedTable table = lake.plan(name).orElse(null);
      if (table != null) {
        addViews(views, read ? table : PlannedTable.empty(name, table.columns()));
      }
    }
    return views;
  }

  private void addViews(List<TableView> views, PlannedTable table) {
    DatasetContract contract = datasets.get(table.name());
    if (contract == null) {
      views.add(TableView.all(table.name(), table));
    } else {
      views.add(TableView.newest(table.name(), table, contract.key()));
      views.add(TableView.all(table.name() + TableView.REVISIONS, table));
    }
  }

  /** A vanished file is the store's trouble, everything else the query's. */
  private static BadQuery explained(SQLException failed, List<TableView> views)
      throws LakeUnavailable {
    for (TableView view : views) {
      for (String file : view.table().files()) {
        if (!Files.exists(Path.of(file))) {
          throw new LakeUnavailable(
              "file %s of table %s is gone; was it compacted away? Ask again"
                  .formatted(file, view.table().name()),
              failed);
        }
      }
    }
    return new BadQuery(EngineMessage.of(failed), failed);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
