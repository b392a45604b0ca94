package io.nagare.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.portal.tables.LakeSettings;
import io.nagare.portal.tables.TestTables;
import io.nagare.portal.tables.WrittenLake;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes of their own: exit codes, standard output, standard error. */
class PortalAppIT {
  private static final LakeSettings NOWHERE =
      new LakeSettings("jdbc:postgresql://127.0.0.1:1/nagare", "nagare", "/nowhere");

  @TempDir static Path folder;

  private static WrittenLake lake;

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  static void write() {
    lake = new WrittenLake(folder.resolve("warehouse"));
    TestTables.writeReadings(lake);
  }

  @AfterAll
  static void close() throws Exception {
    lake.close();
  }

  @Test
  void writesNothingButTheAnswerToStandardOutput() throws Exception {
    Ended csv =
        sql(lake.settings(), "--format", "csv", "SELECT text FROM readings WHERE text IS NOT NULL");
    assertThat(csv).isEqualTo(new Ended(0, "text\r\n\"運転中, \"\"ok\"\"\"\r\n", ""));
    Ended json = sql(lake.settings(), "--format", "json", "SELECT count(*) AS n FROM readings");
    assertThat(json).isEqualTo(new Ended(0, "[\n{\"n\":4}\n]\n", ""));
    Ended table =
        sql(lake.settings(), "SELECT device, count(*) AS n FROM readings GROUP BY 1 ORDER BY 1");
    assertThat(table)
        .isEqualTo(new Ended(0, "device  n\n──────  ─\nm-1     3\nm-2     1\n(2 rows)\n", ""));
  }

  @Test
  void endsWithTwoAndOneLineForABadQuery() throws Exception {
    for (String bad :
        List.of("DELETE FROM readings", "SELECT * FROM nothing", "SELECT valu FROM readings")) {
      Ended ended = sql(lake.settings(), bad);
      assertThat(ended.code()).as(bad).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err().lines()).as(bad).hasSize(1);
    }
  }

  @Test
  void endsWithOneWhenTheTablesCannotBeReached() throws Exception {
    Ended ended = sql(NOWHERE, "SELECT 1");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("does not answer").hasLineCount(1);
  }

  @Test
  void tellsEveryProblemOfTheFlagsAtOnce() throws Exception {
    Ended ended =
        run("sql", "--catalog-uri", "db", "--warehouse", "s3://x", "--max-rows", "0", "SELECT 1");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--catalog-uri", "--warehouse", "--max-rows").hasLineCount(3);
  }

  @Test
  void endsWithThreeAndOneLineWhenItsPortIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended =
          run(
              "serve",
              "--port",
              String.valueOf(taken.getLocalPort()),
              "--kafka",
              "127.0.0.1:1",
              "--catalog-uri",
              NOWHERE.catalogUri(),
              "--warehouse",
              NOWHERE.warehouse());
      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.err())
          .isEqualTo(
              "port %d on 127.0.0.1 is in use; stop what uses it, or give another --port\n"
                  .formatted(taken.getLocalPort()));
    }
  }

  private static Ended sql(LakeSettings settings, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "sql",
                "--catalog-uri",
                settings.catalogUri(),
                "--catalog-user",
                settings.catalogUser(),
                "--warehouse",
                settings.warehouse()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Ended run(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PortalApp.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    String out = text(process.getInputStream());
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " does not end");
    }
    return new Ended(process.exitValue(), out, err.get());
  }

  private static String text(java.io.InputStream in) {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
