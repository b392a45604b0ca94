/** Pages and addresses: how the portal speaks HTTP, in Japanese and English. */
@NullMarked
package io.nagare.portal.web;

import org.jspecify.annotations.NullMarked;
