package io.nagare.profiles.radio;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import io.nagare.profiles.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The radio rules that a process knows, by country. Immutable. */
public final class RadioLaw {
  private static final String INDEX = "/radio/index";

  private final Map<String, Jurisdiction> byCode;
  private final Map<String, Jurisdiction> byCountry;

  private RadioLaw(Collection<Jurisdiction> jurisdictions) {
    Map<String, Jurisdiction> codes = new LinkedHashMap<>();
    Map<String, Jurisdiction> countries = new HashMap<>();
    for (Jurisdiction jurisdiction : jurisdictions) {
      codes.put(jurisdiction.code(), jurisdiction);
      countries.put(jurisdiction.code(), jurisdiction);
      for (String country : jurisdiction.countries()) {
        countries.put(country, jurisdiction);
      }
    }
    this.byCode = Collections.unmodifiableMap(codes);
    this.byCountry = countries;
  }

  /**
   * The rules that come with the product.
   *
   * @throws IllegalStateException if a file of them is broken: a defect of the build
   */
  public static RadioLaw builtIn() {
    List<Problem> problems = new ArrayList<>();
    List<Jurisdiction> read = new ArrayList<>();
    for (String name : resource(INDEX).lines().filter(line -> !line.isBlank()).toList()) {
      read.add(
          JurisdictionReader.read(YamlDocument.parse(name, resource("/radio/" + name), problems)));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("built-in radio rules", new InvalidFiles(problems));
    }
    return new RadioLaw(read);
  }

  /**
   * These rules with those of more files; a file takes the place of the rules of its jurisdiction.
   *
   * @throws InvalidFiles with every problem of every file, if there is any
   */
  public RadioLaw with(List<Path> files) throws InvalidFiles {
    List<Problem> problems = new ArrayList<>();
    Map<String, Jurisdiction> all = new LinkedHashMap<>(byCode);
    for (Path file : files) {
      Jurisdiction read = JurisdictionReader.read(YamlDocument.read(file, problems));
      all.put(read.code(), read);
    }
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    return new RadioLaw(all.values());
  }

  /** The rules that hold in a country, given as ISO 3166 code; {@code EU} counts as one. */
  public Optional<Jurisdiction> in(String country) {
    return Optional.ofNullable(byCountry.get(country));
  }

  /** All rules, by jurisdiction. */
  public Collection<Jurisdiction> jurisdictions() {
    return byCode.values();
  }

  static String resource(String name) {
    try (InputStream in = RadioLaw.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
