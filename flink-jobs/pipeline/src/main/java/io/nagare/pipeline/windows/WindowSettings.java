package io.nagare.pipeline.windows;

import java.io.Serializable;

/**
 * How a dataset cuts time, and how long it waits.
 *
 * @param lengthMillis of a window
 * @param waitMillis how far the event clock must be past a window's end for its first issue
 * @param latenessMillis how far a source's clock may be past a window's end for readings of that
 *     source to still revise it
 * @param idleMillis how long, in wall-clock time, a window must be left alone to be issued although
 *     no clock passes its end
 * @param coalesceMillis how long, in wall-clock time, changes to an issued window are gathered into
 *     one revision
 * @param retainMillis how long, in wall-clock time, a window that all clocks have passed is kept
 *     for sources that were never heard before; 0 if a key has one source only
 */
public record WindowSettings(
    long lengthMillis,
    long waitMillis,
    long latenessMillis,
    long idleMillis,
    long coalesceMillis,
    long retainMillis)
    implements Serializable {}
