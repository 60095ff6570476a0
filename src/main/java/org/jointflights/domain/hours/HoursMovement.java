package org.jointflights.domain.hours;

import org.jointflights.domain.Party;

/** What was posted on one side of a party's account in one year (UTC), added up. */
public record HoursMovement(int year, Party party, HoursPosting.Kind kind, Efh amount) {}
