/** Approval of a flight: the version that is signed, the signatures, and the commitment. */
@NullMarked
package org.jointflights.application.approval;

import org.jspecify.annotations.NullMarked;
