package org.jointflights.application.costs;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;

/**
 * What one party bears of one cost item, before any grant.
 *
 * @param item the item's id
 * @param exact the share before rounding, in cents
 * @param reason how the figure comes about, in one sentence
 */
public record Share(String item, Party party, Money amount, BigFraction exact, Sentence reason) {}
