/** The engine's side of the overview: the models that flights run on. */
@NullMarked
package org.jointflights.process.overview;

import org.jspecify.annotations.NullMarked;
