package io.nagare.edge.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nagare.edge.spool.SourceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says of itself; its JSON is a public contract.
 *
 * @param site the site's id
 * @param gateway the gateway's id
 * @param session how the Sparkplug session stands
 * @param spool what is on disk
 * @param counts over the life of the spool
 * @param sources each source, CoAP first
 */
public record GatewayStatus(
    String site,
    String gateway,
    Session session,
    SpoolState spool,
    Counts counts,
    List<Source> sources) {

  /**
   * How the Sparkplug session stands.
   *
   * @param state {@code online}, {@code waiting-for-host} or {@code offline}
   * @param since ISO instant
   */
  public record Session(String state, String since) {}

  /**
   * What is on disk.
   *
   * @param epoch which life of the spool the offsets count in
   * @param next offset of the next reading
   * @param committed first offset without receipt
   * @param bytes of the segments
   * @param problem why nothing can be written; null while all is well
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SpoolState(
      long epoch, long next, long committed, long bytes, @Nullable String problem) {}

  /**
   * What became of the values that were read.
   *
   * @param offered how many were read
   * @param refused how many were not admitted
   * @param accepted how many became readings of the spool
   */
  public record Counts(long offered, long refused, long accepted) {}

  /**
   * One source.
   *
   * @param id its name in logs and in the spool
   * @param kind {@code coap} or {@code recording}
   * @param state {@code running}, {@code finished} or {@code failed}
   * @param offered how many values it read
   * @param refused how many were not admitted
   * @param accepted how many became readings
   * @param lastReadingAt when the last reading was accepted, ISO instant; null before the first
   * @param message why it waits or failed; null while all is well
   */
  public record Source(
      String id,
      String kind,
      String state,
      long offered,
      long refused,
      long accepted,
      @Nullable String lastReadingAt,
      @Nullable String message) {

    /** A source whose message may be missing. */
    public static Source of(
        String kind, String state, SourceState counts, Optional<String> message) {
      return new Source(
          counts.id(),
          kind,
          state,
          counts.offered(),
          counts.refused(),
          counts.accepted(),
          counts.lastReadingMillis() == 0
              ? null
              : Instant.ofEpochMilli(counts.lastReadingMillis()).toString(),
          message.orElse(null));
    }
  }
}
