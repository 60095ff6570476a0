/** The accounts of a flight as a page to read and print. */
@NullMarked
package org.jointflights.web.settlement;

import org.jspecify.annotations.NullMarked;
