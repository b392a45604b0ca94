package io.nagare.contracts.sla;

import java.time.Instant;

/**
 * A look at an objective.
 *
 * @param at when it was due to be kept
 * @param kept whether it was
 */
public record Moment(Instant at, boolean kept) {}
