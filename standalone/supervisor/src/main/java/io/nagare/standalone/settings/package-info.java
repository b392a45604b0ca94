/** What a user asks for, checked whole before anything starts. */
@NullMarked
package io.nagare.standalone.settings;

import org.jspecify.annotations.NullMarked;
