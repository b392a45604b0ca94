package io.nagare.standalone.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders that the broker is given, made before it starts.
 *
 * @param configuration where {@code config.xml} stands, written anew at each start
 * @param data the broker's own files
 * @param extensions empty: no extension is loaded
 */
record BrokerFolders(Path configuration, Path data, Path extensions) {

  /**
   * Makes the folders under {@code root} and writes the configuration for one loopback listener.
   *
   * @throws IOException if a folder cannot be made or the file cannot be written
   */
  static BrokerFolders create(Path root, int port) throws IOException {
    BrokerFolders folders =
        new BrokerFolders(root.resolve("conf"), root.resolve("data"), root.resolve("extensions"));
    Files.createDirectories(folders.configuration);
    Files.createDirectories(folders.data);
    Files.createDirectories(folders.extensions);
    Files.writeString(folders.configuration.resolve("config.xml"), configuration(port));
    return folders;
  }

  /**
   * The broker's configuration.
   *
   * <p>Nothing is kept over a restart, on purpose: Sparkplug sessions are clean ones, and a STATE
   * message retained from before would tell gateways that a host application is there while it is
   * still reconnecting. It also saves the time to open and close the stores.
   */
  static String configuration(int port) {
    return """
    <?xml version="1.0"?>
    <hivemq>
      <listeners>
        <tcp-listener>
          <port>%d</port>
          <bind-address>127.0.0.1</bind-address>
        </tcp-listener>
      </listeners>
      <persistence>
        <mode>in-memory</mode>
      </persistence>
      <anonymous-usage-statistics>
        <enabled>false</enabled>
      </anonymous-usage-statistics>
    </hivemq>
    """
        .formatted(port);
  }
}
