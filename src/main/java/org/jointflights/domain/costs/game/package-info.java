/**
 * Cooperative games over the cost of a joint flight: what each group of parties would cost on its own, how a total can
 * be divided, and what the division promises. Parties are plain numbers from 0, groups are bit masks, arithmetic is
 * exact. Read on from {@link CoalitionGame}.
 */
@NullMarked
package org.jointflights.domain.costs.game;

import org.jspecify.annotations.NullMarked;
