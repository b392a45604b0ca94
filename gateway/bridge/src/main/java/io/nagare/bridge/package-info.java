/**
 * The Sparkplug host application: takes every message of the gateways to Kafka and acknowledges to
 * each gateway what Kafka holds.
 */
@NullMarked
package io.nagare.bridge;

import org.jspecify.annotations.NullMarked;
