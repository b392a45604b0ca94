package io.nagare.edge.recording;

import java.util.OptionalDouble;

/**
 * How fast recordings are replayed, and with which times.
 *
 * @param speed how many recorded seconds pass in one second; empty to go as fast as possible
 * @param time which times the readings get
 */
public record Replay(OptionalDouble speed, TimeMode time) {

  /** Which times replayed readings get. */
  public enum TimeMode {
    /** The times of the files. */
    ORIGINAL,
    /** Shifted so that the newest reading gets the time at which it is sent. */
    NOW
  }
}
