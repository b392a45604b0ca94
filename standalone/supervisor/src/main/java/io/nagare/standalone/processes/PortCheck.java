package io.nagare.standalone.processes;

import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds ports that cannot be had, before anything is started. */
public final class PortCheck {
  private PortCheck() {}

  /**
   * Tries every port.
   *
   * @throws CannotStart naming each port that is in use, who holds it if that can be seen, and what
   *     to do
   */
  public static void check(List<PortPlan.Use> uses) throws CannotStart {
    List<String> problems = new ArrayList<>();
    for (PortPlan.Use use : uses) {
      if (!isFree(use)) {
        String holder = PortHolder.of(use.number(), use.udp()).map(who -> " by " + who).orElse("");
        problems.add(
            (use.udp() ? "UDP" : "TCP")
                + " port "
                + use.number()
                + " ("
                + use.purpose()
                + ") is in use"
                + holder
                + "; stop that, or choose other ports with --port");
      }
    }
    if (!problems.isEmpty()) {
      throw CannotStart.machine(problems);
    }
  }

  private static boolean isFree(PortPlan.Use use) {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), use.number());
    if (use.udp()) {
      try (DatagramSocket socket = new DatagramSocket(address)) {
        return socket.isBound();
      } catch (IOException taken) {
        return false;
      }
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
