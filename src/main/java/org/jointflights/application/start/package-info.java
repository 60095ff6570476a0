/** How the application may be started: as the example, on this machine, or in production. */
@NullMarked
package org.jointflights.application.start;

import org.jspecify.annotations.NullMarked;
