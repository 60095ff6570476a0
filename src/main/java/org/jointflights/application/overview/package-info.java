/** What the pages tell of all flights and of one: from our tables, and what is open from the engine. */
@NullMarked
package org.jointflights.application.overview;

import org.jspecify.annotations.NullMarked;
