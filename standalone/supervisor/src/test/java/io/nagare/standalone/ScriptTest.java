package io.nagare.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.standalone.settings.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code nagare} on machines that lack something. */
class ScriptTest {
  private static final String HINT = "apt-get install openjdk-17-jdk-headless maven";

  @TempDir private Path folder;
  private Path programs;
  private Path script;

  @BeforeEach
  void makeAMachineWithNothingOnIt() throws IOException {
    programs = Files.createDirectory(folder.resolve("bin"));
    for (String program :
        List.of(
            "bash",
            "cat",
            "dirname",
            "find",
            "grep",
            "head",
            "id",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "sort",
            "tail")) {
      program(program, "exec " + real(program) + " \"$@\"");
    }
    Path copy = Files.createDirectory(folder.resolve("project"));
    script = Files.copy(ProjectFolder.find().resolve("nagare"), copy.resolve("nagare"));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(copy.resolve("pom.xml"), "<project/>");
  }

  @Test
  void aMachineWithoutJavaIsToldInOneLineWhatToInstall() throws Exception {
    assertThat(run("demo"))
        .isEqualTo(
            new Ended(
                1, "", "nagare: there is no java; install a JDK 17 or newer: " + HINT + "\n"));
  }

  @Test
  void aJavaThatIsTooOldIsNamedWithItsVersion() throws Exception {
    program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    assertThat(run("verify"))
        .isEqualTo(
            new Ended(
                1,
                "",
                "nagare: "
                    + programs.resolve("java")
                    + " is version 11; install a JDK 17 or newer: "
                    + HINT
                    + "\n"));
  }

  @Test
  void aJavaThatCallsItselfOnePointEightIsTooOld() throws Exception {
    program("java", "echo 'java version \"1.8.0_402\"' >&2");

    assertThat(run("demo").errors()).contains("is version 8; install a JDK 17");
  }

  @Test
  void aJavaWithoutItsCompilerIsNotEnough() throws Exception {
    program("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");

    assertThat(run("demo"))
        .isEqualTo(
            new Ended(
                1, "", "nagare: there is no javac; install a JDK 17 or newer: " + HINT + "\n"));
  }

  @Test
  void aMachineWithoutMavenIsToldInOneLineWhatToInstall() throws Exception {
    jdk("17.0.15");

    assertThat(run("demo"))
        .isEqualTo(
            new Ended(
                1, "", "nagare: there is no mvn; install Maven 3.8 or newer: " + HINT + "\n"));
  }

  @Test
  void aMavenThatIsTooOldIsNamedWithItsVersion() throws Exception {
    jdk("21");
    program("mvn", "echo 'Apache Maven 3.6.3'");

    assertThat(run("demo").errors())
        .isEqualTo("nagare: mvn is version 3.6.3; install Maven 3.8 or newer: " + HINT + "\n");
  }

  @Test
  void aBuildThatFailsShowsItsErrorsAndWhereItsLogIs() throws Exception {
    jdk("17.0.15");
    program(
        "mvn",
        "if [ \"$2\" = -v ]; then echo 'Apache Maven 3.10.1'; else echo '[ERROR] it is broken';"
            + " exit 1; fi");

    Ended ended = run("demo");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.errors())
        .contains("the build failed; its log is " + folder.resolve("project/target/build.log"))
        .contains("[ERROR] it is broken");
  }

  @Test
  void itIsFoundThroughSymbolicLinksFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("a-link"), script);
    Path second = Files.createSymbolicLink(programs.resolve("nagare-linked"), Path.of("../a-link"));

    assertThat(start(List.of(second.toString(), "help")).output()).contains("./nagare demo");
  }

  @Test
  void aCommandThatIsNotKnownIsAnsweredWithThoseThatAre() throws Exception {
    Ended ended = run("fly");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.errors())
        .isEqualTo(
            "nagare: \"fly\" is not a command; there are demo, sql, profiles, contracts, verify and"
                + " help\n");
  }

  private record Ended(int exit, String output, String errors) {}

  private Ended run(String command) throws IOException, InterruptedException {
    return start(List.of(script.toString(), command));
  }

  private Ended start(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    Path errors = folder.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output, Files.readString(errors));
  }

  private void jdk(String version) throws IOException {
    program("java", "echo 'openjdk version \"" + version + "\" 2025-04-15' >&2");
    program("javac", "echo 'javac " + version + "'");
  }

  private void program(String name, String body) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!" + real("bash") + "\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path real(String program) {
    return Stream.of("/usr/bin", "/bin")
        .map(bin -> Path.of(bin, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("this machine has no " + program));
  }
}
