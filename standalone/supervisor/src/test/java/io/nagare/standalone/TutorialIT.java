package io.nagare.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.nagare.standalone.probes.LoopbackHttp;
import io.nagare.standalone.settings.PortPlan;
import io.nagare.standalone.settings.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial's commands, as they stand in {@code docs/tutorial/first-demo.md}: the blocks marked
 * {@code run} are given to a shell one by one. Only the ports are others.
 */
class TutorialIT {
  private static final PortPlan PORTS = new PortPlan(23_500);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private Path folder;

  @BeforeEach
  void needsACoapClientAndCurl() {
    for (String program : List.of("coap-client-notls", "curl")) {
      assumeThat(Path.of("/usr/bin", program))
          .as("the tutorial needs %s: apt-get install libcoap3-bin curl", program)
          .isExecutable();
    }
  }

  @Test
  void doesWhatItSays() throws Exception {
    putScript();
    List<Block> blocks = blocks();
    assertThat(blocks).extracting(Block::mark).contains("run-in-background", "run-when-stopped");

    try (NagareProcess demo = startDemo(only(blocks, "run-in-background"))) {
      await()
          .atMost(LIMIT)
          .until(() -> !demo.isAlive() || demo.errors().contains("first live reading"));
      assertThat(demo.isAlive()).as(demo.errors()).isTrue();
      List<Block> steps = blocks.stream().filter(block -> block.mark().equals("run")).toList();
      assertThat(run(steps.get(0))).contains("\"site\":\"demo-site\"");
      run(steps.get(1));
      assertThat(run(steps.get(2))).isBlank();
      await().atMost(Duration.ofSeconds(2)).until(this::machineShowsTheReading);
      assertThat(run(steps.get(3))).contains("4.03");
      await().atMost(LIMIT).until(() -> run(steps.get(4)).contains("machine-01"));
      assertThat(run(steps.get(5))).contains("co2", "vibration", "rssi", "occupied");
      run(steps.get(6));
      await()
          .atMost(LIMIT)
          .until(() -> demo.errors().contains("bridge died (signal 9): started again"));
      demo.terminate();
      assertThat(demo.await(LIMIT)).isEqualTo(143);
    }
    assertThat(run(only(blocks, "run-when-stopped"))).contains("count");
  }

  private record Block(String mark, String command) {}

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> lines =
        Files.readAllLines(ProjectFolder.find().resolve("docs/tutorial/first-demo.md"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```sh ")) {
        String mark = lines.get(i).substring("```sh ".length());
        List<String> body = lines.subList(i + 1, lines.size());
        String command =
            body.stream().takeWhile(line -> !line.equals("```")).collect(Collectors.joining("\n"));
        blocks.add(new Block(mark, command));
      }
    }
    return blocks;
  }

  private static Block only(List<Block> blocks, String mark) {
    return blocks.stream()
        .filter(block -> block.mark().equals(mark))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(),
                found -> {
                  assertThat(found).hasSize(1);
                  return found.get(0);
                }));
  }

  /** The script would build the project that is being built, so one stands in for it. */
  private void putScript() throws IOException {
    String command =
        NagareProcess.command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path script =
        Files.writeString(
            folder.resolve("nagare"),
            "#!/bin/sh\nexport NAGARE_KEEP='"
                + NagareProcess.keep(folder)
                + "'\nexec "
                + command
                + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private NagareProcess startDemo(Block block) throws IOException {
    assertThat(block.command()).isEqualTo("./nagare demo");
    return NagareProcess.start(folder, "demo", "--port", Integer.toString(PORTS.base()));
  }

  private String run(Block block) throws IOException, InterruptedException {
    String command =
        block
            .command()
            .replace(":8080", ":" + PORTS.portal())
            .replace(":8088", ":" + PORTS.simulatorControl())
            .replace(":8090", ":" + PORTS.gatewayCoap(0));
    Process shell =
        new ProcessBuilder("/bin/bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as("%s%n%s", command, output).isZero();
    return output;
  }

  private boolean machineShowsTheReading() {
    for (JsonNode reading :
        LoopbackHttp.get(PORTS.portal(), "/api/live").orElseThrow().path("readings")) {
      if (reading.path("device").asText().equals("machine-01")
          && reading.path("value").asDouble() == 99.5) {
        return true;
      }
    }
    return false;
  }
}
