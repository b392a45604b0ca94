package io.nagare.edge.reading;

import io.nagare.profiles.ValueType;

/**
 * One thing that a device measures, as far as the gateway needs to know it.
 *
 * @param name the measurement's name in the profile and the metric's name on the wire
 * @param type of its values
 * @param unit UCUM code
 */
public record Channel(String name, ValueType type, String unit) {}
