package io.nagare.contracts;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a contract says about the persons behind its data and on what ground they may be handed on.
 *
 * @param category as declared; empty when the contract leaves it open
 * @param acquisition how the data came about
 * @param publicSpace whether it was acquired where anybody may pass
 * @param ground on which personal data may be given to third parties
 * @param purposes for which the data may be used; for data about nobody, empty means any
 * @param purposesSince since when purposes and terms are as they are
 * @param contact the one place that answers persons; an address or a {@code mailto:}
 * @param lineage what the dataset is made from
 * @param records dated proofs that the law asks for
 * @param fields what is declared of single columns, by name
 * @param changes how consumers learn of breaking changes
 */
public record Governance(
    Optional<PrivacyCategory> category,
    Acquisition acquisition,
    boolean publicSpace,
    Ground ground,
    List<String> purposes,
    Optional<LocalDate> purposesSince,
    Optional<String> contact,
    List<Input> lineage,
    List<DatedRecord> records,
    Map<String, Field> fields,
    Changes changes) {

  /** How data came about. */
  public enum Acquisition {
    /** Devices that measure things, not persons. */
    DEVICES,
    /** Cameras. */
    CAMERA,
    /** Identifiers that people's radios send, such as BLE or Wi-Fi addresses. */
    RADIO_IDENTIFIERS,
    /** Persons gave them, or others did about persons. */
    PERSONS
  }

  /** On what ground data may be given to third parties. */
  public enum Ground {
    /** They are about nobody. */
    NOT_PERSONAL,
    /** Those they are about have consented. */
    CONSENT,
    /** Those they are about could object, and the commission was notified. */
    OPT_OUT,
    /** They were anonymised and their items published. */
    ANONYMISED
  }

  /** What a dated record proves. */
  public enum RecordKind {
    /** Persons were told before the acquisition began. */
    PRIOR_NOTICE,
    /** Persons are told where and while it happens. */
    ACQUISITION_NOTICE,
    /** The risk of re-identification was analysed beforehand. */
    RISK_ANALYSIS,
    /** The opt-out was notified to the commission and published. */
    OPT_OUT_NOTIFICATION,
    /** The items of anonymised data were published when it was made. */
    ANONYMISED_ITEMS_AT_CREATION,
    /** Items and manner of provision were published before it was provided. */
    ANONYMISED_ITEMS_BEFORE_PROVISION,
    /** Why the data identifies nobody was assessed and written down. */
    ASSESSMENT,
    /** The owner of the place or an ordinance permits the sensing. */
    PERMIT
  }

  /** Something that identifies a person or vehicle and may never stand in a dataset. */
  public enum Identifier {
    /** A number plate. */
    PLATE,
    /** A picture of persons. */
    IMAGE,
    /** Features computed from a face or gait. */
    FEATURE,
    /** A radio address, hashed or not. */
    RADIO_ADDRESS
  }

  /**
   * A dated proof.
   *
   * @param kind what it proves
   * @param date from when it holds
   * @param reference where it can be seen
   */
  public record DatedRecord(RecordKind kind, LocalDate date, String reference) {}

  /**
   * What a column holds.
   *
   * @param category of its values; empty: that of the dataset
   * @param identifier that its values are, if they are one
   */
  public record Field(Optional<PrivacyCategory> category, Optional<Identifier> identifier) {}

  /**
   * Something that the dataset is made from.
   *
   * @param source {@code dataset:} and an id for another dataset, else a name such as {@code
   *     readings}
   * @param category of the source; empty for datasets, whose contracts tell
   * @param transforms what is done to it, in order
   */
  public record Input(
      String source, Optional<PrivacyCategory> category, List<TransformSpec> transforms) {
    private static final String DATASET = "dataset:";

    /** Keeps a copy. */
    public Input {
      transforms = List.copyOf(transforms);
    }

    /** The id of the dataset, if the source is one. */
    public Optional<String> dataset() {
      return source.startsWith(DATASET)
          ? Optional.of(source.substring(DATASET.length()))
          : Optional.empty();
    }
  }

  /**
   * A transform as a contract asks for it.
   *
   * @param name of a registered transform
   * @param parameters by name; lists are joined by commas
   */
  public record TransformSpec(String name, Map<String, String> parameters) {
    /** Keeps a copy. */
    public TransformSpec {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * How consumers learn of breaking changes.
   *
   * @param noticePeriod between announcement and effect
   * @param announced when this version was announced
   * @param effective from when this version holds
   */
  public record Changes(
      Duration noticePeriod, Optional<LocalDate> announced, Optional<LocalDate> effective) {
    /** Thirty days, nothing announced. */
    public static final Changes DEFAULT =
        new Changes(Duration.ofDays(30), Optional.empty(), Optional.empty());
  }

  /** Nothing is said, so nothing may be published. */
  public static final Governance NONE =
      new Governance(
          Optional.empty(),
          Acquisition.PERSONS,
          false,
          Ground.NOT_PERSONAL,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Map.of(),
          Changes.DEFAULT);

  /** Keeps copies. */
  public Governance {
    purposes = List.copyOf(purposes);
    lineage = List.copyOf(lineage);
    records = List.copyOf(records);
    fields = Map.copyOf(fields);
  }

  /** The newest record of a kind that holds on a day; those dated later do not. */
  public Optional<DatedRecord> record(RecordKind kind, LocalDate day) {
    return records.stream()
        .filter(record -> record.kind() == kind && !record.date().isAfter(day))
        .max((one, other) -> one.date().compareTo(other.date()));
  }
}
