package io.nagare.portal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.portal.tables.KnownTables;
import io.nagare.portal.tables.Lake;
import io.nagare.portal.tables.WrittenLake;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedQueriesIT {
  private static final Path PAGE = Path.of("../docs/how-to/query-the-tables.md");
  private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyQueryOfTheHowToRunsOverTablesThatHaveNoRowsYet(@TempDir Path folder) throws Exception {
    List<DatasetContract> contracts = ContractLibrary.builtIn().all();
    List<String> queries =
        SQL.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(queries).hasSizeGreaterThan(5);
    try (WrittenLake empty = new WrittenLake(folder);
        Lake lake = new Lake(empty.settings(), KnownTables.with(contracts));
        TableQueries tables = new TableQueries(lake, contracts)) {
      for (String query : queries) {
        StringWriter answer = new StringWriter();
        tables.run(query, QueryLimits.COMMAND_LINE, new TableRows(answer));
        assertThat(answer.toString()).as(query).contains("row");
      }
    }
  }
}
