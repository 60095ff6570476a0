package org.jointflights.application.costs;

import java.time.Instant;
import org.jointflights.domain.money.ExchangeRate;

/** A rate on record, who entered it and when; {@code system} for those that come with the product. */
public record PublishedRate(ExchangeRate rate, String enteredBy, Instant at) {}
