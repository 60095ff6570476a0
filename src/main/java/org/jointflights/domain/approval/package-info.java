/** What is signed, by whom, and how long a signature holds. */
@NullMarked
package org.jointflights.domain.approval;

import org.jspecify.annotations.NullMarked;
