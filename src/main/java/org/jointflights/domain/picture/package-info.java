/** Where things lie in a picture: what can be computed without knowing how it is drawn. */
@NullMarked
package org.jointflights.domain.picture;

import org.jspecify.annotations.NullMarked;
