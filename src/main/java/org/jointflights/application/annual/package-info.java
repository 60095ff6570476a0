/** Reading, limiting and closing a year of the accounts over all flights. */
@NullMarked
package org.jointflights.application.annual;

import org.jspecify.annotations.NullMarked;
