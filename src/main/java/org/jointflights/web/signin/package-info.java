/** The door: sign-in and sign-out, who may open which address, the language, and the headers that protect a page. */
@NullMarked
package org.jointflights.web.signin;

import org.jspecify.annotations.NullMarked;
