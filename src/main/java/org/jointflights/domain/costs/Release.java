package org.jointflights.domain.costs;

import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jspecify.annotations.Nullable;

/**
 * Committed seats that a party gave up.
 *
 * @param reusedBy the party that took them over, if any did
 * @param daysBefore whole days before departure, in the departure airport's zone
 */
public record Release(Party from, @Nullable Party reusedBy, Seats seats, int daysBefore) {}
