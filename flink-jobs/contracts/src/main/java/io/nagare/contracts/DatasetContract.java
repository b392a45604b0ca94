package io.nagare.contracts;

import io.nagare.contracts.sla.Promise;
import io.nagare.profiles.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is promised of one dataset: its meaning, its columns, how it is made, who may use it.
 *
 * @param id lower-case words joined by {@code -}; the name in catalogs
 * @param version three numbers, {@code major.minor.patch}
 * @param status {@code active}, {@code draft}, {@code deprecated} or {@code retired}
 * @param table the table that holds it
 * @param title what people call it
 * @param description what it is, for a reader who does not know it
 * @param creator who answers for it
 * @param tags words under which it is found
 * @param licence the terms of use
 * @param languages of its texts, ISO 639-1
 * @param issued the day of its release
 * @param privacy what personal data it holds
 * @param columns of its table, in order
 * @param key the columns that name a row; of several revisions of a row the newest counts
 * @param recipe how it is made
 * @param governance what holds for the persons behind it
 * @param promise what is promised of its delivery
 */
public record DatasetContract(
    String id,
    String version,
    String status,
    String table,
    LocalizedText title,
    LocalizedText description,
    String creator,
    List<LocalizedText> tags,
    Licence licence,
    List<String> languages,
    LocalDate issued,
    PrivacyCategory privacy,
    List<Column> columns,
    List<String> key,
    Recipe recipe,
    Governance governance,
    Promise promise) {

  /** A contract that promises nothing and has nothing to say about persons. */
  public DatasetContract(
      String id,
      String version,
      String status,
      String table,
      LocalizedText title,
      LocalizedText description,
      String creator,
      List<LocalizedText> tags,
      Licence licence,
      List<String> languages,
      LocalDate issued,
      PrivacyCategory privacy,
      List<Column> columns,
      List<String> key,
      Recipe recipe) {
    this(
        id,
        version,
        status,
        table,
        title,
        description,
        creator,
        tags,
        licence,
        languages,
        issued,
        privacy,
        columns,
        key,
        recipe,
        Governance.NONE,
        Promise.NONE);
  }

  /** Keeps copies of the lists. */
  public DatasetContract {
    tags = List.copyOf(tags);
    languages = List.copyOf(languages);
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** The column of this name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
