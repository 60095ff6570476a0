/** What people typed, taken one field at a time and refused in a sentence. */
@NullMarked
package org.jointflights.application.input;

import org.jspecify.annotations.NullMarked;
