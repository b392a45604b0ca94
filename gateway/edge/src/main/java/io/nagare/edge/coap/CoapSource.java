package io.nagare.edge.coap;

import io.nagare.edge.admission.Admission;
import io.nagare.edge.admission.AdmissionRules;
import io.nagare.edge.admission.Reason;
import io.nagare.edge.admission.RefusedLog;
import io.nagare.edge.coap.Answer.Kind;
import io.nagare.edge.reading.DeviceRegistry;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.senml.MalformedSenml;
import io.nagare.edge.senml.SenmlFormat;
import io.nagare.edge.senml.SenmlReader;
import io.nagare.edge.senml.SenmlRecord;
import io.nagare.edge.spool.Spool;
import io.nagare.edge.spool.SpoolEntry;
import io.nagare.edge.spool.SpoolFull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes SenML packs: all of a pack is on disk before the sender hears so, or nothing is taken.
 *
 * <p>Thread-safe. Knows nothing of CoAP messages but the kinds of answer.
 */
public final class CoapSource {
  /** The source's id in the spool and in the status. */
  public static final String ID = "coap";

  private static final String MALFORMED = "malformed-senml";

  private final DeviceRegistry devices;
  private final Spool spool;
  private final RefusedLog refusedLog;
  private final Clock clock;
  private final int maxPayloadBytes;

  /** Values of refused packs that no entry of the spool has carried yet. */
  private final AtomicLong uncounted = new AtomicLong();

  /** A source that admits readings of these devices. */
  public CoapSource(
      DeviceRegistry devices,
      Spool spool,
      RefusedLog refusedLog,
      Clock clock,
      int maxPayloadBytes) {
    this.devices = devices;
    this.spool = spool;
    this.refusedLog = refusedLog;
    this.clock = clock;
    this.maxPayloadBytes = maxPayloadBytes;
  }

  /**
   * Takes a pack.
   *
   * @param contentFormat CoAP's number of the representation; -1 if the sender gave none
   * @param sender address for the log of refusals
   * @return completes when the answer is certain; never fails
   */
  public CompletableFuture<Answer> take(int contentFormat, byte[] pack, String sender) {
    if (pack.length > maxPayloadBytes) {
      return now(Kind.TOO_LARGE, "at most " + maxPayloadBytes + " bytes are taken");
    }
    Optional<SenmlFormat> format = SenmlFormat.of(contentFormat);
    if (format.isEmpty()) {
      return now(
          Kind.UNSUPPORTED_FORMAT, "give Content-Format 110 (SenML JSON) or 112 (SenML CBOR)");
    }
    List<SenmlRecord> records;
    try {
      records = SenmlReader.read(format.get(), pack, clock.millis());
    } catch (MalformedSenml broken) {
      refusedLog.refused(ID, sender, MALFORMED, String.valueOf(broken.getMessage()));
      return now(Kind.BAD, MALFORMED + ": " + broken.getMessage());
    }
    List<Reading> readings = new ArrayList<>(records.size());
    for (SenmlRecord record : records) {
      Admission admission = AdmissionRules.admit(record, devices);
      if (admission instanceof Admission.Refused refused) {
        return refuse(refused, records.size(), sender);
      } else if (admission instanceof Admission.Admitted admitted) {
        readings.add(admitted.reading());
      }
    }
    return store(readings);
  }

  /** Hands counts of refused values to the spool that no pack has taken along. */
  @SuppressWarnings("FutureReturnValueIgnored") // counts that fail are kept for the next try
  public void flushCounts() {
    long refused = uncounted.getAndSet(0);
    if (refused > 0) {
      try {
        spool
            .append(new SpoolEntry(ID, refused, refused, "", false, List.of()))
            .whenComplete((next, failed) -> restore(refused, failed));
      } catch (SpoolFull full) {
        uncounted.addAndGet(refused);
      }
    }
    refusedLog.flush();
  }

  private CompletableFuture<Answer> store(List<Reading> readings) {
    long refused = uncounted.getAndSet(0);
    try {
      return spool
          .append(new SpoolEntry(ID, readings.size() + refused, refused, "", false, readings))
          .handle(
              (next, failed) -> {
                restore(refused, failed);
                return failed == null
                    ? new Answer(Kind.CHANGED, "")
                    : new Answer(Kind.UNAVAILABLE, "the gateway cannot store readings now");
              });
    } catch (SpoolFull full) {
      uncounted.addAndGet(refused);
      return now(Kind.UNAVAILABLE, String.valueOf(full.getMessage()));
    }
  }

  private void restore(long refused, @Nullable Throwable failed) {
    if (failed != null) {
      uncounted.addAndGet(refused);
    }
  }

  private CompletableFuture<Answer> refuse(Admission.Refused refused, int values, String sender) {
    uncounted.addAndGet(values);
    String code = refused.reason().code();
    refusedLog.refused(
        ID, sender, code, refused.detail() + " (the whole pack of " + values + " is refused)");
    return now(
        refused.reason() == Reason.UNKNOWN_DEVICE ? Kind.FORBIDDEN : Kind.BAD,
        code + ": " + refused.detail());
  }

  private static CompletableFuture<Answer> now(Kind kind, String text) {
    return CompletableFuture.completedFuture(new Answer(kind, text));
  }
}
