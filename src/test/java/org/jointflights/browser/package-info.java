/** The application as people meet it: in a real browser. */
@NullMarked
package org.jointflights.browser;

import org.jspecify.annotations.NullMarked;
