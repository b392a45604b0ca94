package io.nagare.portal;

import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.portal.sql.BadQuery;
import io.nagare.portal.sql.CsvRows;
import io.nagare.portal.sql.JsonRows;
import io.nagare.portal.sql.QueryLimits;
import io.nagare.portal.sql.RowSink;
import io.nagare.portal.sql.TableQueries;
import io.nagare.portal.sql.TableRows;
import io.nagare.portal.tables.KnownTables;
import io.nagare.portal.tables.Lake;
import io.nagare.portal.tables.LakeSettings;
import io.nagare.portal.tables.LakeUnavailable;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one query over the tables on standard output. */
@Command(
    name = "sql",
    description = "Answers one SELECT over the tables.",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  /** How rows are written. */
  enum Format {
    /** Aligned for a terminal. */
    TABLE,
    /** RFC 4180. */
    CSV,
    /** An array of objects. */
    JSON
  }

  @Spec private CommandSpec spec;

  @Mixin private LakeOptions lake = new LakeOptions();

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table, csv or json (${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = "--max-rows",
      defaultValue = "10000000",
      description = "Most rows (${DEFAULT-VALUE}).")
  private long maxRows;

  @Option(
      names = "--timeout-seconds",
      defaultValue = "300",
      description = "Longest time (${DEFAULT-VALUE}).")
  private long timeoutSeconds;

  @Option(
      names = "--memory-mb",
      defaultValue = "1024",
      description = "Most memory (${DEFAULT-VALUE}).")
  private int memoryMegabytes;

  @Option(
      names = "--contracts",
      description = "Folder with more dataset contracts; may be repeated.")
  private List<Path> contracts = new ArrayList<>();

  @Parameters(paramLabel = "QUERY", description = "One SELECT or WITH statement.")
  private String query = "";

  @Override
  public Integer call() throws IOException {
    LakeSettings settings = lake.settings();
    QueryLimits limits =
        new QueryLimits(memoryMegabytes, Duration.ofSeconds(timeoutSeconds), maxRows);
    List<String> problems = new ArrayList<>(settings.problems());
    problems.addAll(limits.problems());
    List<DatasetContract> known = List.of();
    try {
      known = ContractLibrary.builtIn().with(contracts).all();
    } catch (InvalidFiles invalid) {
      invalid.problems().stream().map(Problem::text).forEach(problems::add);
    }
    PrintWriter errors = spec.commandLine().getErr();
    if (!problems.isEmpty()) {
      problems.forEach(errors::println);
      return PortalApp.BAD_INPUT;
    }
    return answer(settings, known, limits, errors);
  }

  private int answer(
      LakeSettings settings, List<DatasetContract> known, QueryLimits limits, PrintWriter errors)
      throws IOException {
    try (Lake tables = new Lake(settings, KnownTables.with(known));
        TableQueries queries = new TableQueries(tables, known);
        Writer out = standardOutput()) {
      queries.run(query, limits, sink(out));
      return 0;
    } catch (BadQuery bad) {
      errors.println(bad.getMessage());
      return PortalApp.BAD_INPUT;
    } catch (LakeUnavailable unavailable) {
      errors.println(unavailable.getMessage());
      return PortalApp.UNAVAILABLE;
    }
  }

  private RowSink sink(Writer out) {
    return switch (format) {
      case TABLE -> new TableRows(out);
      case CSV -> new CsvRows(out);
      case JSON -> new JsonRows(out);
    };
  }

  /** UTF-8 whatever the terminal's settings say: a file made from it must be readable anywhere. */
  private static Writer standardOutput() {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
        1 << 16);
  }
}
