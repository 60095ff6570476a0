/** The pages of the example profile: without it none of them is there. */
@NullMarked
package org.jointflights.web.example;

import org.jspecify.annotations.NullMarked;
