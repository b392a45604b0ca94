package io.nagare.edge.spool;

import io.nagare.edge.reading.Reading;
import java.util.List;

/**
 * What a source hands to the spool in one go: all of it becomes durable, or nothing.
 *
 * <p>The source's place and counts travel with the readings, in the same frame, so that a crash
 * cannot part them: what was read is never read again, and nothing is skipped.
 *
 * @param source the source's id
 * @param offered how many values it read since its entry before
 * @param refused how many of these were refused
 * @param position where it goes on after this entry, in its own words; empty to keep the one before
 * @param finished whether it has nothing more to read
 * @param readings the admitted readings, in order; may be empty
 */
public record SpoolEntry(
    String source,
    long offered,
    long refused,
    String position,
    boolean finished,
    List<Reading> readings) {}
