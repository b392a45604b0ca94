package io.nagare.pipeline.reading;

/** What the values of a series are. */
public enum ValueKind {
  /** Numbers, of whatever Sparkplug type. */
  NUMBER,
  /** True or false, kept as 1 or 0. */
  BOOLEAN,
  /** Texts. */
  TEXT
}
