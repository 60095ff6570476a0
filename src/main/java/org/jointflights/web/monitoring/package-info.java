/** The figures on the port for probes, and the flight in the lines that a request logs. */
@NullMarked
package org.jointflights.web.monitoring;

import org.jspecify.annotations.NullMarked;
