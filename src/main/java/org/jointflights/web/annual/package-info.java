/** A year of the accounts, on pages and in files. */
@NullMarked
package org.jointflights.web.annual;

import org.jspecify.annotations.NullMarked;
