/** What a flight really cost: claims, final accounts, postings, and the fewest payments that level them. */
@NullMarked
package org.jointflights.domain.settlement;

import org.jspecify.annotations.NullMarked;
