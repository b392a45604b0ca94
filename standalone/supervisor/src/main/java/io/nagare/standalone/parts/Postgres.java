package io.nagare.standalone.parts;

import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** PostgreSQL: holds the catalog of the tables. */
public final class Postgres {
  /** What the process is called. */
  public static final String NAME = "postgresql";

  /** User and database; nobody but this machine's users can reach the port, so no password. */
  public static final String USER = "nagare";

  private static final String DUPLICATE_DATABASE = "42P04"; // PostgreSQL, appendix A

  private final Installation installation;
  private final DataFolder data;
  private final int port;

  /** The PostgreSQL of a data folder, to listen on this port. */
  public Postgres(Installation installation, DataFolder data, int port) {
    this.installation = installation;
    this.data = data;
    this.port = port;
  }

  /** The JDBC address of the catalog's database. */
  public static String uri(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
  }

  /** How it is started; the first time on a data folder, its files are made before. */
  public ProcessPlan plan() {
    return ProcessPlan.of(NAME, Set.of(), this::command, data.root(), this::isReady)
        .stoppedBy(ProcessPlan.Signal.INT);
  }

  private List<String> command() throws IOException {
    PostgresPrograms programs = PostgresPrograms.unpack(installation.keep().resolve("programs"));
    if (!Files.exists(data.postgresql().resolve("PG_VERSION"))) {
      initialise(programs);
    }
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            programs.postgres().toString(),
            "-D",
            data.postgresql().toString(),
            "-p",
            Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=32MB",
            "max_connections=200",
            "timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  private void initialise(PostgresPrograms programs) throws IOException {
    // A start that was cut off leaves files without PG_VERSION or with half of a cluster, and
    // initdb refuses a folder that is not empty; so it works beside, and the result is moved.
    Path fresh = Files.createTempDirectory(data.root(), "postgresql-new-");
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            programs.initdb().toString(),
            "-D",
            fresh.toString(),
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C"));
    Process initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (initdb.waitFor() != 0) {
        throw new IOException("initdb failed: " + output.strip());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while initdb ran", interrupted);
    }
    Files.move(fresh, data.postgresql());
  }

  /**
   * What runs PostgreSQL without root's rights, which it refuses to run with: a user namespace of
   * its own in which no user is mapped, so that the files stay the caller's.
   */
  private static List<String> unprivileged() {
    return System.getProperty("user.name").equals("root")
        ? List.of("/usr/bin/unshare", "--user")
        : List.of();
  }

  private boolean isReady() {
    String server =
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=1&socketTimeout=5";
    try (Connection connection = DriverManager.getConnection(server, USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + USER);
      return true;
    } catch (SQLException failed) {
      return DUPLICATE_DATABASE.equals(failed.getSQLState());
    }
  }
}
