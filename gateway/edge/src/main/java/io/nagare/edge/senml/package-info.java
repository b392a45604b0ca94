/** SenML packs (RFC 8428) in JSON and CBOR, read into resolved records. */
@NullMarked
package io.nagare.edge.senml;

import org.jspecify.annotations.NullMarked;
