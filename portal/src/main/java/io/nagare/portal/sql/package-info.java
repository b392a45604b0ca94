/** SQL over the tables for people and programs that may read but not touch anything else. */
@NullMarked
package io.nagare.portal.sql;

import org.jspecify.annotations.NullMarked;
