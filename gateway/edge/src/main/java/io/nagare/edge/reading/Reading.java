package io.nagare.edge.reading;

/**
 * One admitted value of one device.
 *
 * @param device whose value it is
 * @param channel index into the device's channels
 * @param eventMillis when it was measured, UTC milliseconds
 * @param value of the channel's type, or missing
 */
public record Reading(Device device, int channel, long eventMillis, Value value) {}
