/** Brings a flight to its close: the monitors' reports, and the close itself. */
@NullMarked
package org.jointflights.application.closing;

import org.jspecify.annotations.NullMarked;
