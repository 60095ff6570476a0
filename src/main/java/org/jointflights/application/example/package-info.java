/** The people of the example profile, whose password is published: without that profile none of this is there. */
@NullMarked
package org.jointflights.application.example;

import org.jspecify.annotations.NullMarked;
