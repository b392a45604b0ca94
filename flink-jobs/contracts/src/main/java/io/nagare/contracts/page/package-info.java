/** Pages that people read: contracts and statements, in Japanese and English. */
@NullMarked
package io.nagare.contracts.page;

import org.jspecify.annotations.NullMarked;
