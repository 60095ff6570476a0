/** What the public is told of a flight that has ended, and how numbers that would identify somebody are hidden. */
@NullMarked
package org.jointflights.domain.publicrecord;

import org.jspecify.annotations.NullMarked;
