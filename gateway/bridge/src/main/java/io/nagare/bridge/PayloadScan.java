package io.nagare.bridge;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.nagare.sparkplug.MalformedPayload;
import io.nagare.sparkplug.MetricNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;

/**
 * Reads of a payload what the acknowledgement needs, and passes over everything else.
 *
 * <p>Most metrics of a DDATA are readings of which only the number matters; building an object with
 * name, value and properties for each is what a full parse spends its time on.
 */
final class PayloadScan {
  private static final Metric UNREAD = Metric.getDefaultInstance();
  private static final byte[] SPOOL = "Spool/".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BD_SEQ = MetricNames.BD_SEQ.getBytes(StandardCharsets.UTF_8);

  private PayloadScan() {}

  /**
   * The payload with its sequence number and the metrics {@code Spool/*} and {@code bdSeq}; every
   * other metric stands in its place without content.
   *
   * @throws MalformedPayload if the bytes are not in the Protobuf encoding of Sparkplug B
   */
  static Payload scan(byte[] bytes) throws MalformedPayload {
    Payload.Builder seen = Payload.newBuilder();
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (tag == tagOf(Payload.METRICS_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
          seen.addMetrics(metric(in, bytes));
        } else if (tag == tagOf(Payload.SEQ_FIELD_NUMBER, WireFormat.WIRETYPE_VARINT)) {
          seen.setSeq(in.readUInt64());
        } else {
          in.skipField(tag);
        }
      }
    } catch (InvalidProtocolBufferException malformed) {
      throw new MalformedPayload("not a Sparkplug B payload: " + malformed.getMessage(), malformed);
    } catch (IOException impossible) {
      throw new IllegalStateException("an array of bytes could not be read", impossible);
    }
    return seen.build();
  }

  private static Metric metric(CodedInputStream in, byte[] bytes) throws IOException {
    int length = in.readRawVarint32();
    int start = in.getTotalBytesRead();
    int outer = in.pushLimit(length);
    boolean wanted = false;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == tagOf(Metric.NAME_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
        int size = in.readRawVarint32();
        wanted = isWanted(bytes, in.getTotalBytesRead(), size);
        in.skipRawBytes(size);
      } else {
        in.skipField(tag);
      }
    }
    in.checkLastTagWas(0);
    in.popLimit(outer);
    return wanted ? Metric.parseFrom(ByteString.copyFrom(bytes, start, length)) : UNREAD;
  }

  private static boolean isWanted(byte[] bytes, int from, int size) {
    return startsWith(bytes, from, size, SPOOL)
        || (size == BD_SEQ.length && startsWith(bytes, from, size, BD_SEQ));
  }

  private static boolean startsWith(byte[] bytes, int from, int size, byte[] prefix) {
    if (size < prefix.length || bytes.length - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[from + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static int tagOf(int field, int wireType) {
    return field << 3 | wireType;
  }
}
