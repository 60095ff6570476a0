/**
 * How the cost of a joint flight is divided, to the cent, with a reason for every cent. Begin at
 * {@link org.jointflights.domain.costs.CostSharing}; a {@link org.jointflights.domain.costs.CostInput} says what there is
 * to share, a {@link org.jointflights.domain.costs.Key} how.
 *
 * <p>Four steps lead from the one to the other: the withdrawal rule makes weights of the seats ({@code Weights}); a key
 * makes exact proportions of the weights ({@code Proportions}); an amount in these proportions is rounded once, by
 * largest remainder ({@code LargestRemainder}); and what came out is compared with what was promised
 * ({@code Guarantees}).
 */
@NullMarked
package org.jointflights.domain.costs;

import org.jspecify.annotations.NullMarked;
