/** The engine's side of {@code flightApproval} and of its two decision tables. */
@NullMarked
package org.jointflights.process.approval;

import org.jspecify.annotations.NullMarked;
