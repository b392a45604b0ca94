package io.nagare.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The profiles that a process knows, each in all its versions. Immutable. */
public final class ProfileLibrary {
  private static final String INDEX = "/profiles/index";

  /** Profile id → version → profile. */
  private final Map<String, TreeMap<Integer, Profile>> profiles;

  private ProfileLibrary(Map<String, TreeMap<Integer, Profile>> profiles) {
    this.profiles = profiles;
  }

  /**
   * The profiles that come with the product.
   *
   * @throws IllegalStateException if one of them is broken: a defect of the build
   */
  public static ProfileLibrary builtIn() {
    List<Problem> problems = new ArrayList<>();
    List<Profile> read = new ArrayList<>();
    for (String name : resource(INDEX).lines().filter(line -> !line.isBlank()).toList()) {
      read.add(
          ProfileReader.read(YamlDocument.parse(name, resource("/profiles/" + name), problems)));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("built-in profiles", new InvalidFiles(problems));
    }
    return new ProfileLibrary(Map.of()).plus(read);
  }

  /**
   * This library with the profiles of every {@code *.yaml} and {@code *.yml} file under the
   * directories, and of every path that is a file itself; one with the id and version of a known
   * profile takes its place.
   *
   * @throws InvalidFiles with every problem of every file, if there is any
   */
  public ProfileLibrary with(List<Path> directories) throws InvalidFiles {
    Checked checked = check(directories);
    if (!checked.problems().isEmpty()) {
      throw new InvalidFiles(checked.problems());
    }
    return plus(List.copyOf(checked.profiles().values()));
  }

  /**
   * What a check of profile files found.
   *
   * @param profiles the profiles by file; one with problems has stand-ins in it
   * @param problems every problem of every file
   */
  public record Checked(Map<Path, Profile> profiles, List<Problem> problems) {}

  /** Reads profile files as {@link #with} does, and gives both profiles and problems. */
  public static Checked check(List<Path> paths) {
    List<Problem> problems = new ArrayList<>();
    Map<Path, Profile> read = new LinkedHashMap<>();
    Map<String, Path> seen = new HashMap<>();
    for (Path path : paths) {
      for (Path file : yamlFiles(path, problems)) {
        YamlDocument document = YamlDocument.read(file, problems);
        if (!document.isMapping()) {
          continue;
        }
        Profile profile = ProfileReader.read(document);
        Path first = seen.putIfAbsent(profile.reference(), file);
        if (first != null) {
          document.problem(
              "id", "the same id and version stand in " + first + "; keep one of them");
        }
        read.put(file, profile);
      }
    }
    return new Checked(read, problems);
  }

  /**
   * The profile of one file.
   *
   * @throws InvalidFiles with every problem of the file, if there is any
   */
  public static Profile read(Path file) throws InvalidFiles {
    List<Problem> problems = new ArrayList<>();
    Profile profile = ProfileReader.read(YamlDocument.read(file, problems));
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    return profile;
  }

  /**
   * Finds a profile.
   *
   * @param reference {@code id} for the newest version, or {@code id@version}
   */
  public Optional<Profile> find(String reference) {
    int at = reference.lastIndexOf('@');
    TreeMap<Integer, Profile> versions =
        profiles.get(at < 0 ? reference : reference.substring(0, at));
    if (versions == null) {
      return Optional.empty();
    }
    if (at < 0) {
      return Optional.of(versions.lastEntry().getValue());
    }
    String version = reference.substring(at + 1);
    return version.matches("[0-9]{1,9}")
        ? Optional.ofNullable(versions.get(Integer.parseInt(version)))
        : Optional.empty();
  }

  /** Every profile in every version, by id and version. */
  public List<Profile> all() {
    return profiles.values().stream()
        .map(TreeMap::values)
        .flatMap(Collection::stream)
        .sorted(Comparator.comparing(Profile::id).thenComparing(Profile::version))
        .toList();
  }

  private ProfileLibrary plus(List<Profile> more) {
    Map<String, TreeMap<Integer, Profile>> all = new HashMap<>();
    profiles.forEach((id, versions) -> all.put(id, new TreeMap<>(versions)));
    for (Profile profile : more) {
      all.computeIfAbsent(profile.id(), id -> new TreeMap<>()).put(profile.version(), profile);
    }
    return new ProfileLibrary(all);
  }

  private static List<Path> yamlFiles(Path directory, List<Problem> problems) {
    if (Files.isRegularFile(directory)) {
      return List.of(directory);
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      problems.add(
          new Problem(
              directory.toString(),
              "",
              "not a readable folder",
              "give a folder of profile files, or one such file"));
      return List.of();
    }
  }

  private static String resource(String name) {
    try (InputStream in = ProfileLibrary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
