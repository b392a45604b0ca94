package io.nagare.edge.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.edge.Devices;
import io.nagare.edge.reading.Device;
import io.nagare.edge.reading.DeviceRegistry;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.reading.Value;
import io.nagare.edge.senml.SenmlRecord;
import io.nagare.edge.senml.SenmlRecord.BooleanValue;
import io.nagare.edge.senml.SenmlRecord.Content;
import io.nagare.edge.senml.SenmlRecord.NumberValue;
import io.nagare.edge.senml.SenmlRecord.StringValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionRulesTest {
  private static final Device MACHINE = Devices.machine("machine-01");
  private static final Device BAY = Devices.bay("lot/bay-001");
  private static final DeviceRegistry REGISTRY = new DeviceRegistry(List.of(MACHINE, BAY));

  @Test
  void admitsAValueOfItsProfilesType() {
    assertThat(senml("machine-01/temperature", "Cel", new NumberValue(21.5)))
        .isEqualTo(admitted(MACHINE, 2, Value.of(21.5)));
    assertThat(senml("machine-01/state", null, new StringValue("idle")))
        .isEqualTo(admitted(MACHINE, 3, Value.of("idle")));
  }

  @Test
  void splitsTheNameAtItsLastSlash() {
    assertThat(senml("lot/bay-001/occupied", null, new BooleanValue(true)))
        .isEqualTo(admitted(BAY, 0, Value.of(true)));
  }

  @Test
  void refusesADeviceThatIsNotEnrolled() {
    assertThat(refusal(senml("machine-02/temperature", null, new NumberValue(1))))
        .isEqualTo(Reason.UNKNOWN_DEVICE);
  }

  @Test
  void refusesAMeasurementThatTheProfileDoesNotHaveAndNamesThoseItHas() {
    Admission admission = senml("machine-01/pressure", null, new NumberValue(1));

    assertThat(refusal(admission)).isEqualTo(Reason.UNKNOWN_MEASUREMENT);
    assertThat(admission.toString()).contains("vibration, current, temperature, state");
  }

  @Test
  void refusesAValueOfAnotherType() {
    assertThat(refusal(senml("machine-01/temperature", null, new StringValue("warm"))))
        .isEqualTo(Reason.WRONG_TYPE);
    assertThat(refusal(senml("machine-01/state", null, new NumberValue(1))))
        .isEqualTo(Reason.WRONG_TYPE);
    assertThat(refusal(senml("lot/bay-001/occupied", null, new NumberValue(1))))
        .isEqualTo(Reason.WRONG_TYPE);
    assertThat(refusal(senml("machine-01/temperature", null, new SenmlRecord.SumOnly())))
        .isEqualTo(Reason.WRONG_TYPE);
  }

  @Test
  void refusesAnotherUnitAndUnderstandsSenmlsNamesForUcums() {
    assertThat(refusal(senml("machine-01/temperature", "K", new NumberValue(300))))
        .isEqualTo(Reason.WRONG_UNIT);
    DeviceRegistry beacons =
        new DeviceRegistry(List.of(Devices.of("b", "generic/beacon-receiver")));
    assertThat(
            AdmissionRules.admit(
                new SenmlRecord("b/rssi", Optional.of("dBm"), 0, new NumberValue(-70)), beacons))
        .isInstanceOf(Admission.Admitted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"temperature", "/temperature", "machine-01/"})
  void refusesANameWithoutDeviceOrMeasurement(String name) {
    assertThat(refusal(senml(name, null, new NumberValue(1)))).isEqualTo(Reason.WRONG_NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1.5", "+2", ".5", "5.", "1e3", "1.5E-3", "00012"})
  void readsDecimalNumbersInCells(String cell) {
    assertThat(cell(cell)).isEqualTo(admitted(MACHINE, 0, Value.of(Double.parseDouble(cell))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "nan", "inf", "-Inf", "Infinity", "+INFINITY", "1e999"})
  void takesWhatIsNotFiniteAsAMissingReading(String cell) {
    assertThat(cell(cell)).isEqualTo(admitted(MACHINE, 0, Value.MISSING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n/a", "1,5", "1d", "0x1p3", "--1", "1 2", "null", "-", "1e", "."})
  void refusesCellsThatAreNoNumber(String cell) {
    assertThat(refusal(cell(cell))).isEqualTo(Reason.NOT_A_NUMBER);
  }

  @Test
  void readsTruthAndTextInCells() {
    assertThat(AdmissionRules.admit("TRUE", BAY, 0, 0)).isEqualTo(admitted(BAY, 0, Value.of(true)));
    assertThat(AdmissionRules.admit("0", BAY, 0, 0)).isEqualTo(admitted(BAY, 0, Value.of(false)));
    assertThat(refusal(AdmissionRules.admit("maybe", BAY, 0, 0))).isEqualTo(Reason.WRONG_TYPE);
    assertThat(AdmissionRules.admit("idle", MACHINE, 3, 0))
        .isEqualTo(admitted(MACHINE, 3, Value.of("idle")));
  }

  @Test
  void keepsItsReasonCodes() {
    assertThat(Arrays.stream(Reason.values()).map(Reason::code))
        .containsExactly(
            "unknown-device",
            "unknown-measurement",
            "wrong-type",
            "wrong-unit",
            "wrong-name",
            "not-a-number",
            "unreadable-time",
            "row-too-long");
  }

  private static Admission senml(String name, @Nullable String unit, Content content) {
    return AdmissionRules.admit(
        new SenmlRecord(name, Optional.ofNullable(unit), 0, content), REGISTRY);
  }

  private static Admission cell(String text) {
    return AdmissionRules.admit(text, MACHINE, 0, 0);
  }

  private static Admission admitted(Device device, int channel, Value value) {
    return new Admission.Admitted(new Reading(device, channel, 0, value));
  }

  private static Reason refusal(Admission admission) {
    assertThat(admission).isInstanceOf(Admission.Refused.class);
    return ((Admission.Refused) admission).reason();
  }
}
