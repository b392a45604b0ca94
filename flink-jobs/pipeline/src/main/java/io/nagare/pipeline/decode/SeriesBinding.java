package io.nagare.pipeline.decode;

import io.nagare.pipeline.reading.Placement;

/**
 * What a birth said about one metric of a device: state.
 *
 * @param placement of the device
 * @param measurement the metric's name
 * @param dataType Sparkplug's number of the metric's data type
 */
public record SeriesBinding(Placement placement, String measurement, int dataType) {}
