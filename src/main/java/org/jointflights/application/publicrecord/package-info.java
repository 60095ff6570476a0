/** Reads what is kept of a flight that has ended for its public record. */
@NullMarked
package org.jointflights.application.publicrecord;

import org.jspecify.annotations.NullMarked;
