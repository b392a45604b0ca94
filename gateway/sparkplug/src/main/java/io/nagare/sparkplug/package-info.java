/** The wire contract between edge, bridge and pipeline: topics, metrics, record ids, receipts. */
@NullMarked
package io.nagare.sparkplug;

import org.jspecify.annotations.NullMarked;
