/** The engine's side of {@code monitorReport}. */
@NullMarked
package org.jointflights.process.closing;

import org.jspecify.annotations.NullMarked;
