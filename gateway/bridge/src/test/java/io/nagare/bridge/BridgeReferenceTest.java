package io.nagare.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class BridgeReferenceTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "reference", "bridge.md");

  @Test
  void theReferencePageHasEveryOptionAndState() throws IOException {
    String page = Files.readString(PAGE);

    for (OptionSpec option : new CommandLine(new BridgeApp()).getCommandSpec().options()) {
      assertThat(page).contains("`" + option.longestName());
    }
    for (BridgeStatus.State state : BridgeStatus.State.values()) {
      assertThat(page).contains("`" + state.text() + "`");
    }
  }
}
