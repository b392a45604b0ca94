package io.nagare.sparkplug;

import com.google.protobuf.InvalidProtocolBufferException;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/** Reads the bytes of a Sparkplug B payload. */
public final class PayloadReader {
  private PayloadReader() {}

  /**
   * Parses a payload.
   *
   * @throws MalformedPayload if the bytes are not a payload in the Protobuf encoding of Sparkplug B
   */
  public static Payload parse(byte[] bytes) throws MalformedPayload {
    try {
      return Payload.parseFrom(bytes);
    } catch (InvalidProtocolBufferException broken) {
      throw new MalformedPayload(
          "not a Sparkplug B payload (" + bytes.length + " bytes): " + broken.getMessage(), broken);
    }
  }
}
