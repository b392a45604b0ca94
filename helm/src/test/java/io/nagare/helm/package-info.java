/** What the Helm chart renders, held against the types of Kubernetes, Strimzi and Flink. */
@NullMarked
package io.nagare.helm;

import org.jspecify.annotations.NullMarked;
