package io.nagare.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.ExitCodes;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void everyPortInUseIsNamedWithItsHolderAndWhatToDo() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (ServerSocket tcp = new ServerSocket(0, 1, any.getAddress());
        DatagramSocket udp = new DatagramSocket(any)) {
      List<PortPlan.Use> uses =
          List.of(
              new PortPlan.Use(tcp.getLocalPort(), false, "Kafka"),
              new PortPlan.Use(udp.getLocalPort(), true, "CoAP of a"));

      CannotStart cannot = catchThrowableOfType(CannotStart.class, () -> PortCheck.check(uses));

      String self = " is in use by process " + ProcessHandle.current().pid() + " (";
      assertThat(cannot.exitCode()).isEqualTo(ExitCodes.MACHINE);
      assertThat(cannot.lines()).hasSize(2);
      assertThat(cannot.lines().get(0))
          .startsWith("TCP port " + tcp.getLocalPort() + " (Kafka)" + self)
          .endsWith("; stop that, or choose other ports with --port");
      assertThat(cannot.lines().get(1))
          .startsWith("UDP port " + udp.getLocalPort() + " (CoAP of a)" + self);
    }
  }

  @Test
  void portsThatAreFreePass() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    PortCheck.check(List.of(new PortPlan.Use(port, false, "Kafka")));
  }
}
