package io.nagare.standalone.probes;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Greets a broker in its own protocol and sees whether it answers: an open port is not enough. */
public final class Handshake {
  private static final int TIMEOUT_MILLIS = 500;

  private Handshake() {}

  /** Whether a Kafka broker answers ApiVersions, which it does once it is registered. */
  public static boolean kafka(int port) {
    short apiVersions = 18; // Kafka protocol guide, "API Keys"
    short noText = -1;
    ByteBuffer request = ByteBuffer.allocate(14);
    request.putInt(10).putShort(apiVersions).putShort((short) 0).putInt(1).putShort(noText);
    try (Socket socket = connect(port)) {
      socket.getOutputStream().write(request.array());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int size = in.readInt();
      int correlation = in.readInt();
      int error = in.readShort();
      return size >= 6 && correlation == 1 && error == 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Whether something takes connections, for parts whose protocol is their own. */
  public static boolean accepts(int port) {
    try (Socket socket = connect(port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Whether an MQTT 3.1.1 broker accepts a connection. */
  public static boolean mqtt(int port) {
    byte[] clientId = "nagare-probe".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer connect = ByteBuffer.allocate(14 + clientId.length); // MQTT 3.1.1, section 3.1
    connect.put((byte) 0x10).put((byte) (12 + clientId.length));
    connect.putShort((short) 4).put("MQTT".getBytes(StandardCharsets.US_ASCII));
    connect.put((byte) 4).put((byte) 0x02).putShort((short) 10);
    connect.putShort((short) clientId.length).put(clientId);
    try (Socket socket = connect(port)) {
      socket.getOutputStream().write(connect.array());
      byte[] answer = socket.getInputStream().readNBytes(4);
      socket.getOutputStream().write(new byte[] {(byte) 0xE0, 0}); // DISCONNECT
      return answer.length == 4 && answer[0] == 0x20 && answer[3] == 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      return socket;
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }
}
