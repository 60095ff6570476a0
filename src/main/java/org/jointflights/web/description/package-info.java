/** The description of {@code /api} (OpenAPI): derived from the controllers and their records, and completed by hand. */
@NullMarked
package org.jointflights.web.description;

import org.jspecify.annotations.NullMarked;
