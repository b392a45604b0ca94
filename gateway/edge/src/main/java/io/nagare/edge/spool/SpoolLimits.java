package io.nagare.edge.spool;

/**
 * How much disk the spool may take.
 *
 * @param maxBytes of all segments together; at least {@link #MIN_BYTES}
 * @param segmentBytes at which a segment is closed; disk is freed a whole segment at a time
 */
public record SpoolLimits(long maxBytes, long segmentBytes) {
  /** The smallest spool that can be asked for, in bytes. */
  public static final long MIN_BYTES = 1024 * 1024;

  private static final long MAX_SEGMENT_BYTES = 8 * 1024 * 1024;

  /** Limits with segments of an eighth of the whole, at most 8 MiB, so that disk frees steadily. */
  public static SpoolLimits ofMaxBytes(long maxBytes) {
    return new SpoolLimits(maxBytes, Math.min(MAX_SEGMENT_BYTES, maxBytes / 8));
  }
}
