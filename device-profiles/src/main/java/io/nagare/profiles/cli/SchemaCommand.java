package io.nagare.profiles.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of profile files, for editors. */
@Command(name = "schema", description = "Print the JSON Schema of profile files, for editors.")
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            SchemaCommand.class.getResourceAsStream("/schema/device-profile.schema.json"))) {
      spec.commandLine().getOut().print(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    }
    spec.commandLine().getOut().flush();
    return ProfilesApp.OK;
  }
}
