/** The verification of all signatures as a page. */
@NullMarked
package org.jointflights.web.verification;

import org.jspecify.annotations.NullMarked;
