/** The page on which a party's finance orders payments and enters its bank's statements. */
@NullMarked
package org.jointflights.web.banking;

import org.jspecify.annotations.NullMarked;
