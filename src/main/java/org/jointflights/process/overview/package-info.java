/** The engine's side of the overview: the models that flights run on, where they stand, and what is open. */
@NullMarked
package org.jointflights.process.overview;

import org.jspecify.annotations.NullMarked;
