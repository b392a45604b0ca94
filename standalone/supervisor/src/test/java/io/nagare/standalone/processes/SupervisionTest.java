package io.nagare.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final Heard heard = new Heard();
  private @Nullable Supervision supervision;

  @AfterEach
  void endWhatRuns() throws InterruptedException {
    if (supervision != null) {
      supervision.end();
    }
  }

  @Test
  void aProcessStartsOnceThoseItNeedsAreReadyAndStopsBeforeThem() throws InterruptedException {
    Supervision supervision =
        begin(process("web", Set.of("store"), "sleep 60"), process("store", Set.of(), "sleep 60"));

    assertThat(supervision.awaitAllReady(LIMIT)).isTrue();
    supervision.end();

    assertThat(heard.lines())
        .containsExactly(
            "starting store",
            "ready store",
            "starting web",
            "ready web",
            "stopping web",
            "stopped web",
            "stopping store",
            "stopped store");
    assertThat(supervision.startTimes()).containsOnlyKeys("store", "web");
  }

  @Test
  void aProcessThatIsKilledIsStartedAgain() throws Exception {
    Supervision supervision = begin(process("bridge", Set.of(), "sleep 60"));
    assertThat(supervision.awaitAllReady(LIMIT)).isTrue();

    kill(pidOf("bridge"));

    await().atMost(LIMIT).until(() -> heard.lines().size() == 5);
    assertThat(heard.lines())
        .containsExactly(
            "starting bridge",
            "ready bridge",
            "died bridge signal 9 1",
            "starting bridge",
            "ready bridge");
  }

  @Test
  void aProcessThatDiesFiveTimesIsGivenUpWithItsLastLinesAndAllOthersStop()
      throws InterruptedException {
    Supervision supervision =
        begin(
            process("good", Set.of(), "sleep 60"),
            process("bad", Set.of(), "echo no space left; exit 3", () -> false));

    assertThat(supervision.awaitEnd(LIMIT)).isTrue();

    assertThat(supervision.givenUp()).contains(new Supervision.GivenUp("bad", false));
    assertThat(supervision.awaitAllReady(Duration.ZERO)).isFalse();
    assertThat(heard.lines())
        .anyMatch(l -> l.startsWith("gave up bad exit 3") && l.contains("no space left"));
    assertThat(heard.lines()).contains("stopped good");
    assertThat(heard.lines().stream().filter("starting bad"::equals)).hasSize(5);
  }

  @Test
  void aProcessThatRefusesItsSettingsIsNotStartedAgain() throws InterruptedException {
    Supervision supervision =
        begin(
            process("edge", Set.of(), "echo x.yaml: port is -1; exit 2", () -> false)
                .refusingByTwo());

    assertThat(supervision.awaitEnd(LIMIT)).isTrue();

    assertThat(supervision.givenUp()).contains(new Supervision.GivenUp("edge", true));
    assertThat(heard.lines()).containsExactly("starting edge", "refused edge x.yaml: port is -1");
  }

  @Test
  void aProcessThatDoesNotStopIsKilled() throws InterruptedException {
    ProcessPlan stubborn =
        process(
            "stubborn",
            Set.of(),
            "trap '' TERM; touch " + folder.resolve("deaf") + "; sleep 60 & wait; wait",
            () -> Files.exists(folder.resolve("deaf")));
    Supervision supervision =
        begin(
            new ProcessPlan(
                stubborn.name(),
                stubborn.after(),
                stubborn.command(),
                folder,
                stubborn.ready(),
                LIMIT,
                ProcessPlan.Signal.TERM,
                Duration.ofMillis(200),
                false));
    assertThat(supervision.awaitAllReady(LIMIT)).isTrue();

    supervision.end();

    assertThat(heard.lines()).endsWith("stopping stubborn", "killed stubborn");
  }

  @Test
  void aProcessThatMayEndIsNotStartedAgain() throws Exception {
    Supervision supervision = begin(process("job", Set.of(), "sleep 60"));
    assertThat(supervision.awaitAllReady(LIMIT)).isTrue();
    supervision.expectEnd("job");

    ProcessHandle.of(pidOf("job")).orElseThrow().destroy();

    await().atMost(LIMIT).until(() -> heard.lines().contains("stopped job"));
    assertThat(heard.lines()).containsExactly("starting job", "ready job", "stopped job");
  }

  @Test
  void aCommandThatCannotBeMadeCountsAsADeath() throws InterruptedException {
    Supervision supervision =
        begin(
            ProcessPlan.of(
                "broken",
                Set.of(),
                () -> {
                  throw new IOException("no such disk");
                },
                folder,
                () -> true));

    assertThat(supervision.awaitEnd(LIMIT)).isTrue();

    assertThat(heard.lines()).contains("died broken not started: no such disk 1");
    assertThat(supervision.givenUp()).contains(new Supervision.GivenUp("broken", false));
  }

  @Test
  void aChildDoesNotOutliveASupervisorThatIsKilled() throws Exception {
    // To the kernel the thread that starts a child is its parent, so one stands for a supervisor.
    Launcher launcher = new Launcher();
    CountDownLatch killed = new CountDownLatch(1);
    CompletableFuture<Process> started = new CompletableFuture<>();
    Thread supervisor =
        new Thread(
            () -> {
              try {
                started.complete(launcher.start(List.of("sleep", "60"), folder));
                killed.await();
              } catch (IOException | InterruptedException failed) {
                started.completeExceptionally(failed);
              }
            });
    supervisor.start();
    Process child = started.get();
    await()
        .atMost(LIMIT)
        .until(() -> child.info().command().filter(c -> c.endsWith("sleep")).isPresent());

    killed.countDown();

    assertThat(child.waitFor()).isEqualTo(128 + 9);
  }

  private Supervision begin(ProcessPlan... plans) {
    Supervision begun =
        new Supervision(
            List.of(plans), folder, new RunRecord(processes()), Clock.systemUTC(), heard);
    supervision = begun;
    begun.begin();
    return begun;
  }

  private ProcessPlan process(String name, Set<String> after, String script) {
    return process(name, after, script, () -> true);
  }

  private ProcessPlan process(
      String name, Set<String> after, String script, ProcessPlan.Readiness ready) {
    return ProcessPlan.of(name, after, () -> List.of("/bin/sh", "-c", script), folder, ready);
  }

  private Path processes() {
    return folder.resolve("processes.json");
  }

  private long pidOf(String name) throws IOException {
    await().atMost(LIMIT).until(() -> Files.exists(processes()));
    for (JsonNode entry : new ObjectMapper().readTree(Files.readAllBytes(processes()))) {
      if (entry.path("name").asText().equals(name)) {
        return entry.path("pid").asLong();
      }
    }
    throw new AssertionError(name + " is not in " + processes());
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }
}
