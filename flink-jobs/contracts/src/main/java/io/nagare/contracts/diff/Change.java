package io.nagare.contracts.diff;

import java.util.Locale;

/**
 * One difference between two versions of a contract.
 *
 * @param path where
 * @param weight what it means to consumers
 * @param found what changed
 * @param reason why it has that weight
 */
public record Change(String path, Weight weight, String found, String reason) {

  /** What a change means to consumers; the version's first, second or third number counts it. */
  public enum Weight {
    /** Only words changed. */
    WORDING,
    /** Something was added, or promised better. */
    COMPATIBLE,
    /** What worked may stop working, or what was promised is not any more. */
    BREAKING
  }

  /** The change in one line. */
  public String text() {
    return weight.name().toLowerCase(Locale.ROOT) + " " + path + ": " + found + "; " + reason;
  }
}
