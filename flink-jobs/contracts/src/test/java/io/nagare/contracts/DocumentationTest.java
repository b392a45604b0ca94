package io.nagare.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.check.ContractCheck;
import io.nagare.contracts.privacy.PublicationRule;
import io.nagare.contracts.privacy.TransformRegistry;
import io.nagare.contracts.sla.Indicator;
import io.nagare.profiles.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {
  private static final Path DOCS = Path.of("../../docs");

  @TempDir Path folder;

  @Test
  void theContractOfTheHowToIsInOrder() throws IOException {
    String guide = Files.readString(DOCS.resolve("how-to/add-a-dataset.md"));
    String contract = guide.split("```yaml\n", 2)[1].split("```", 2)[0];
    Path file = Files.writeString(folder.resolve("parking-north.odcs.yaml"), contract);

    ContractCheck check =
        ContractCheck.of(List.of(file), ContractLibrary.builtIn(), LocalDate.parse("2026-11-23"));

    assertThat(check.problems()).extracting(Problem::text).isEmpty();
  }

  @Test
  void everyRuleAndTransformIsInTheReference() throws IOException {
    String rules = Files.readString(DOCS.resolve("reference/privacy-rules.md"));

    for (PublicationRule rule : PublicationRule.values()) {
      assertThat(rules).contains("| `" + rule.id() + "` |");
    }
    for (String transform : TransformRegistry.names()) {
      assertThat(rules).contains("| `" + transform + "` |");
    }
    for (PrivacyCategory category : PrivacyCategory.values()) {
      assertThat(rules).contains("| " + category.term() + " |");
    }
  }

  @Test
  void everyIndicatorIsInTheReference() throws IOException {
    String sla = Files.readString(DOCS.resolve("reference/sla.md"));

    for (Indicator indicator : Indicator.values()) {
      assertThat(sla).contains("| `" + indicator.property() + "`");
    }
  }
}
