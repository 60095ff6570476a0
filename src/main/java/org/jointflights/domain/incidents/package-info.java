/** Serious incidents and complaints: what is kept of them, in which order it is done, and by when. */
@NullMarked
package org.jointflights.domain.incidents;

import org.jspecify.annotations.NullMarked;
