package io.nagare.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class SimulatorReferenceTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "reference", "simulator.md");

  @Test
  void theReferencePageHasEveryOptionAndProfile() throws IOException {
    String page = Files.readString(PAGE);

    for (OptionSpec option : new CommandLine(new SimulatorApp()).getCommandSpec().options()) {
      assertThat(page).contains("`" + option.longestName());
    }
    DemoSite.of(1, 1)
        .byGateway()
        .forEach(
            (gateway, sources) -> {
              assertThat(page).contains("`" + gateway + "`");
              sources.forEach(source -> assertThat(page).contains("`" + source.profile() + "`"));
            });
  }
}
