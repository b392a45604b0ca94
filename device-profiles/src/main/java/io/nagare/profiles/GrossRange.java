package io.nagare.profiles;

import java.util.Optional;

/**
 * The parameters of the gross range test.
 *
 * <p>Source: QARTOD gross range test; ends are GOOD, the suspect span lies inside the fail span.
 *
 * @param fail values outside cannot be true
 * @param suspect values outside are unlikely
 * @param suspectAboveCapacity whether a value above the capacity of the place is unlikely too
 */
public record GrossRange(
    Optional<Range> fail, Optional<Range> suspect, boolean suspectAboveCapacity) {}
