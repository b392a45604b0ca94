package io.nagare.pipeline.live;

import io.nagare.pipeline.reading.TaggedReading;

/**
 * What is known now of one series: its newest reading, and whether its device is in a session.
 *
 * @param newest by event time
 * @param online false after the death of the device or its gateway
 */
public record LiveUpdate(TaggedReading newest, boolean online) {}
