/** Orders to recover what was paid on claims that an auditor found wrong, and the interest on what comes late. */
@NullMarked
package org.jointflights.domain.recovery;

import org.jspecify.annotations.NullMarked;
