package org.jointflights.domain.settlement;

import java.time.Instant;
import org.jointflights.domain.money.Money;

/**
 * What Frontex's finance found when it checked a claim against its voucher.
 *
 * @param eligible the part of the cost in euro that a grant may pay, from nothing to all of it
 * @param byClause whether the beneficiary's decision pays for a flight that others cancelled; false for a flown flight
 */
public record Certification(Money eligible, boolean byClause, String reason, String by, Instant at) {}
