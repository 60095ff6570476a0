/** Nettings over flights as pages. */
@NullMarked
package org.jointflights.web.netting;

import org.jspecify.annotations.NullMarked;
