package io.nagare.standalone;

import io.nagare.standalone.ledger.CommittedRows;
import io.nagare.standalone.ledger.TableCounts;
import io.nagare.standalone.ledger.TableQuestions;
import io.nagare.standalone.parts.Portal;
import io.nagare.standalone.parts.Postgres;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of a data folder, asked by the portal's own program. */
final class TableAnswers {
  private final Installation installation;
  private final DataFolder data;
  private final int postgresqlPort;

  TableAnswers(Installation installation, DataFolder data, int postgresqlPort) {
    this.installation = installation;
    this.data = data;
    this.postgresqlPort = postgresqlPort;
  }

  /** The rows that are committed, at little cost. */
  CommittedRows committed() throws IOException {
    return CommittedRows.read(Postgres.uri(postgresqlPort), Postgres.USER);
  }

  /** The records that the tables hold; takes a second or two. */
  TableCounts count() throws IOException, InterruptedException {
    return TableQuestions.count(this::ask, committed().tables().keySet());
  }

  private String ask(String query) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("nagare-sql-", ".txt");
    try {
      Process process =
          new ProcessBuilder(Portal.sql(installation, data, postgresqlPort, "json", query))
              .redirectError(errors.toFile())
              .start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("the tables do not answer: " + Files.readString(errors).strip());
      }
      return answer;
    } catch (CannotStart notBuilt) {
      throw new IOException(notBuilt.getMessage(), notBuilt);
    } finally {
      Files.deleteIfExists(errors);
    }
  }
}
