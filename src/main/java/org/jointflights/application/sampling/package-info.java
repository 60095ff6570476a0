/** Samples of certified claims, for auditors: planning, findings, reading. */
@NullMarked
package org.jointflights.application.sampling;

import org.jspecify.annotations.NullMarked;
