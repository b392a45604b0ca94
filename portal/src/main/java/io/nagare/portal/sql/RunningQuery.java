package io.nagare.portal.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One query from its start to its last row, within its limits. */
final class RunningQuery {
  private final Connection connection;
  private final QueryLimits limits;
  private final ScheduledExecutorService watch;
  private final AtomicBoolean late = new AtomicBoolean();

  RunningQuery(Connection connection, QueryLimits limits, ScheduledExecutorService watch) {
    this.connection = connection;
    this.limits = limits;
    this.watch = watch;
  }

  void run(String sql, RowSink sink) throws SQLException, BadQuery, IOException {
    try (Statement statement = connection.createStatement()) {
      Future<?> alarm =
          watch.schedule(() -> cancel(statement), limits.time().toMillis(), TimeUnit.MILLISECONDS);
      try (ResultSet result = statement.executeQuery(sql)) {
        copy(result, sink);
      } catch (SQLException failed) {
        throw late.get() ? tooLong(failed) : failed;
      } finally {
        alarm.cancel(false);
      }
    }
  }

  private void copy(ResultSet result, RowSink sink) throws SQLException, BadQuery, IOException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> names = new ArrayList<>();
    boolean[] localTimes = new boolean[meta.getColumnCount()];
    for (int i = 0; i < localTimes.length; i++) {
      names.add(meta.getColumnLabel(i + 1));
      localTimes[i] =
          meta.getColumnTypeName(i + 1).startsWith("TIMESTAMP")
              && !meta.getColumnTypeName(i + 1).contains("ZONE");
    }
    sink.columns(names);
    long rows = 0;
    List<@Nullable Object> values = new ArrayList<>();
    while (result.next()) {
      if (++rows > limits.rows()) {
        throw new BadQuery(
            "the result has more than %d rows; it was cut there. Add LIMIT, or raise --max-rows"
                .formatted(limits.rows()));
      }
      if (late.get()) {
        throw tooLong(new SQLException("cancelled"));
      }
      values.clear();
      for (int i = 0; i < localTimes.length; i++) {
        values.add(
            localTimes[i] ? result.getObject(i + 1, LocalDateTime.class) : result.getObject(i + 1));
      }
      sink.row(values);
    }
    sink.end();
  }

  private SQLException tooLong(SQLException cause) throws BadQuery {
    throw new BadQuery(
        "the query took longer than %d s and was stopped; filter or aggregate more"
            .formatted(limits.time().toSeconds()),
        cause);
  }

  private void cancel(Statement statement) {
    late.set(true);
    try {
      statement.cancel();
    } catch (SQLException ended) {
      // it has just ended by itself: there is nothing to stop
    }
  }
}
