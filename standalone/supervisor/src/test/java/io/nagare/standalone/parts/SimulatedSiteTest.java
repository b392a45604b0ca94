package io.nagare.standalone.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.standalone.parts.Edge.Enrolment;
import org.junit.jupiter.api.Test;

class SimulatedSiteTest {
  @Test
  void aHallHasTwentyMachines() {
    assertThat(SimulatedSite.devices("factory-gw"))
        .hasSize(20)
        .extracting(Enrolment::id)
        .startsWith("machine-01")
        .endsWith("machine-20");
  }

  @Test
  void aCarParkHasTwoHundredBaysOfOneLot() {
    assertThat(SimulatedSite.devices("parking-gw"))
        .hasSize(200)
        .allMatch(bay -> bay.asset().equals("lot-1") && bay.area().equals("lot-1"))
        .extracting(Enrolment::id)
        .contains("bay-001", "bay-200");
  }

  @Test
  void aMallHasThreeRoomsAndFourBeaconReceiversInEachOfThreeZones() {
    assertThat(SimulatedSite.devices("mall-gw"))
        .hasSize(15)
        .extracting(device -> device.id() + " " + device.area())
        .contains("room-01 mall", "beacon-01 zone-a", "beacon-04 zone-a", "beacon-12 zone-c");
  }
}
