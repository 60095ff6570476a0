/** Whether what was signed is still what is stored. */
@NullMarked
package org.jointflights.application.verification;

import org.jspecify.annotations.NullMarked;
