package io.nagare.pipeline.reading;

/**
 * What the quality tests found; every flag is one of QARTOD's: 1 good, 2 not evaluated, 3 suspect,
 * 4 fail, 9 missing.
 *
 * @param flag the primary flag: the worst of the others by QARTOD's precedence
 * @param missing of the test for a value
 * @param grossRange of the test against the profile's ranges
 * @param impossibleDate of the test of the event time
 * @param source what the source itself said of the value
 * @param ruleset the version of the rules that gave the flags
 */
public record Quality(
    int flag, int missing, int grossRange, int impossibleDate, int source, String ruleset) {}
