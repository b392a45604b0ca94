/** The Iceberg tables as the portal reads them: which there are, and which files hold them now. */
@NullMarked
package io.nagare.portal.tables;

import org.jspecify.annotations.NullMarked;
