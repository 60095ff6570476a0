/** The public record of a flight as a page and as data. */
@NullMarked
package org.jointflights.web.publicrecord;

import org.jspecify.annotations.NullMarked;
