/** What managers are told of many flights: what is counted, against what, and how it is rounded once. */
@NullMarked
package org.jointflights.domain.figures;

import org.jspecify.annotations.NullMarked;
