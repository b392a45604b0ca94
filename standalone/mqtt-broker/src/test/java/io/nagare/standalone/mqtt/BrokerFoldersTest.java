package io.nagare.standalone.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFoldersTest {
  @TempDir Path root;

  @Test
  void listensOnLoopbackOnlyAndSendsNoStatistics() {
    assertThat(BrokerFolders.configuration(18820))
        .contains("<port>18820</port>", "<bind-address>127.0.0.1</bind-address>")
        .containsIgnoringWhitespaces(
            "<anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>");
  }

  @Test
  void writesTheConfigurationAnewAtEachStart() throws IOException {
    BrokerFolders.create(root, 1111);
    BrokerFolders folders = BrokerFolders.create(root, 2222);

    assertThat(Files.readString(folders.configuration().resolve("config.xml")))
        .contains("<port>2222</port>")
        .doesNotContain("1111");
    assertThat(folders.extensions()).isEmptyDirectory();
  }
}
