/** What the pictures of a flight are made of. */
@NullMarked
package org.jointflights.application.picture;

import org.jspecify.annotations.NullMarked;
