/** The Sparkplug B session of an edge node: births, deaths, data and receipts. */
@NullMarked
package io.nagare.edge.session;

import org.jspecify.annotations.NullMarked;
