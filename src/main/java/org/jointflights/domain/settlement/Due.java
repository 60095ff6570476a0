package org.jointflights.domain.settlement;

import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;

/** A payment that one party owes another, above zero, in the money of one fund. */
public record Due(Fund fund, Party debtor, Party creditor, Money amount) {}
