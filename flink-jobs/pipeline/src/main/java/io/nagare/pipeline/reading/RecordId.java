package io.nagare.pipeline.reading;

/**
 * What names one reading for ever: the gateway that made it durable and its place in that gateway's
 * spool. No loss and no repeat are counted by it.
 *
 * @param site Sparkplug group
 * @param gateway Sparkplug edge node
 * @param epoch the life of the spool; UTC milliseconds of its creation
 * @param offset counts the readings of the spool from 0
 */
public record RecordId(String site, String gateway, long epoch, long offset) {}
