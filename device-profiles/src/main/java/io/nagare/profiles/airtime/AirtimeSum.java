package io.nagare.profiles.airtime;

/**
 * The time on air within an hour.
 *
 * @param seenMicros what was heard or sent: of somebody else's device a lower bound
 * @param estimatedMicros with what gaps in the device's sequence numbers say was missed
 */
public record AirtimeSum(long seenMicros, long estimatedMicros) {}
