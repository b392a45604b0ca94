/** The source that devices post SenML to over CoAP. */
@NullMarked
package io.nagare.edge.coap;

import org.jspecify.annotations.NullMarked;
