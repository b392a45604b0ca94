package io.nagare.profiles;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a fact comes from.
 *
 * @param source a law, standard, sheet, register or page, named so that it can be found again
 * @param date when the source was issued or read
 * @param certainty how sure the fact is
 */
public record Provenance(String source, Optional<LocalDate> date, Certainty certainty) {}
