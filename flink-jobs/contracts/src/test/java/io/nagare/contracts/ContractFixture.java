package io.nagare.contracts;

import io.nagare.contracts.Governance.Acquisition;
import io.nagare.contracts.Governance.Changes;
import io.nagare.contracts.Governance.DatedRecord;
import io.nagare.contracts.Governance.Field;
import io.nagare.contracts.Governance.Ground;
import io.nagare.contracts.Governance.Input;
import io.nagare.contracts.Governance.RecordKind;
import io.nagare.contracts.Governance.TransformSpec;
import io.nagare.contracts.sla.Promise;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A contract that may be published, changed where a test wants it otherwise. */
public final class ContractFixture {
  /** When the recorded proofs of {@link #record} are dated. */
  public static final LocalDate RECORDED = LocalDate.parse("2026-10-01");

  private final DatasetContract base =
      ContractLibrary.builtIn().find("parking-occupancy-15min").orElseThrow();
  private String id = "people-flow";
  private String status = "active";
  private Optional<PrivacyCategory> category = Optional.of(PrivacyCategory.NON_PERSONAL);
  private Acquisition acquisition = Acquisition.DEVICES;
  private boolean publicSpace;
  private Ground ground = Ground.NOT_PERSONAL;
  private List<String> purposes = List.of();
  private Optional<LocalDate> purposesSince = Optional.empty();
  private Optional<String> contact = Optional.of("mailto:privacy@example.org");
  private List<Input> lineage =
      List.of(new Input("readings", Optional.of(PrivacyCategory.NON_PERSONAL), List.of()));
  private final List<DatedRecord> records = new ArrayList<>();
  private final Map<String, Field> fields = new HashMap<>();
  private List<Column> columns = base.columns();
  private Promise promise = base.promise();

  private ContractFixture() {}

  public static ContractFixture contract() {
    return new ContractFixture();
  }

  /** Personal data that was given with consent, with everything that the law asks for. */
  public static ContractFixture personal() {
    return contract()
        .category(PrivacyCategory.PERSONAL)
        .madeFrom(PrivacyCategory.PERSONAL)
        .ground(Ground.CONSENT)
        .purposes("navigation");
  }

  public ContractFixture id(String value) {
    id = value;
    return this;
  }

  public ContractFixture status(String value) {
    status = value;
    return this;
  }

  public ContractFixture category(PrivacyCategory value) {
    category = Optional.of(value);
    return this;
  }

  public ContractFixture withoutCategory() {
    category = Optional.empty();
    return this;
  }

  public ContractFixture acquisition(Acquisition value) {
    acquisition = value;
    return this;
  }

  public ContractFixture inPublicSpace() {
    publicSpace = true;
    return this;
  }

  public ContractFixture ground(Ground value) {
    ground = value;
    return this;
  }

  public ContractFixture purposes(String... values) {
    purposes = List.of(values);
    return this;
  }

  public ContractFixture purposesSince(String day) {
    purposesSince = Optional.of(LocalDate.parse(day));
    return this;
  }

  public ContractFixture withoutContact() {
    contact = Optional.empty();
    return this;
  }

  public ContractFixture madeFrom(PrivacyCategory source, TransformSpec... transforms) {
    lineage = List.of(new Input("readings", Optional.of(source), List.of(transforms)));
    return this;
  }

  public ContractFixture madeFromDataset(String dataset, TransformSpec... transforms) {
    lineage = List.of(new Input("dataset:" + dataset, Optional.empty(), List.of(transforms)));
    return this;
  }

  public ContractFixture withoutLineage() {
    lineage = List.of();
    return this;
  }

  public ContractFixture record(RecordKind kind) {
    return record(kind, RECORDED);
  }

  public ContractFixture record(RecordKind kind, LocalDate day) {
    records.add(new DatedRecord(kind, day, "https://example.org/" + kind));
    return this;
  }

  public ContractFixture field(String column, Field field) {
    fields.put(column, field);
    return this;
  }

  public ContractFixture column(Column column) {
    columns = new ArrayList<>(columns);
    columns.add(column);
    return this;
  }

  public ContractFixture promise(Promise value) {
    promise = value;
    return this;
  }

  public DatasetContract build() {
    Governance governance =
        new Governance(
            category,
            acquisition,
            publicSpace,
            ground,
            purposes,
            purposesSince,
            contact,
            lineage,
            records,
            fields,
            Changes.DEFAULT);
    return new DatasetContract(
        id,
        base.version(),
        status,
        id.replace('-', '_'),
        base.title(),
        base.description(),
        base.creator(),
        base.tags(),
        base.licence(),
        base.languages(),
        base.issued(),
        category.orElse(PrivacyCategory.SENSITIVE),
        columns,
        base.key(),
        base.recipe(),
        governance,
        promise);
  }
}
