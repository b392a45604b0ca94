package io.nagare.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorSettingsTest {
  @Test
  void takesAddressesOfGateways() throws Exception {
    SimulatorSettings settings =
        SimulatorSettings.of(
            1, List.of("factory-gw=127.0.0.1:8090", "mall-gw=127.0.0.1:8092"), 8088, 1);

    assertThat(settings.gateways())
        .containsOnly(
            Map.entry("factory-gw", new InetSocketAddress("127.0.0.1", 8090)),
            Map.entry("mall-gw", new InetSocketAddress("127.0.0.1", 8092)));
  }

  @Test
  void listsEveryProblemAtOnce() {
    assertThatExceptionOfType(SimulatorSettings.InvalidSettings.class)
        .isThrownBy(
            () ->
                SimulatorSettings.of(
                    1,
                    List.of("factory-gw", "zoo-gw=127.0.0.1:1", "mall-gw=a:1", "mall-gw=b:2"),
                    -1,
                    Double.NaN))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .containsExactly(
                        "--gateway: found \"factory-gw\"; write <gateway>=<host>:<port>",
                        "--gateway: found \"zoo-gw\"; the simulated site has"
                            + " factory-gw, mall-gw, parking-gw",
                        "--gateway: mall-gw is named twice",
                        "--control-port: found -1; allowed is 0 to 65535",
                        "--rate: found NaN; allowed is 0.01 to 1000.0"));
  }
}
