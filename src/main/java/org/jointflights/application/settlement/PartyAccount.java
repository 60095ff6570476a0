package org.jointflights.application.settlement;

import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.AccountPeriod;
import org.jointflights.domain.settlement.Ageing;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;

/**
 * A party's account over all flights, of one fund and currency. Above zero is owed to the party.
 *
 * @param opening what had been posted before the period
 * @param movements of the period, by kind; kinds of which nothing was posted are left out
 * @param closing what is posted by the end of the period
 * @param entries of one page
 * @param balance what the account comes to now
 * @param ageing what is open now
 */
public record PartyAccount(
        Party party,
        Ledger.Pot pot,
        AccountPeriod period,
        Money opening,
        Map<Posting.Kind, Money> movements,
        Money closing,
        List<Books.Booked> entries,
        int page,
        int pages,
        long count,
        Money balance,
        Ageing ageing) {

    public PartyAccount {
        movements = Map.copyOf(movements);
        entries = List.copyOf(entries);
    }

    /** Whether opening and movements come to the closing balance, each read for itself. */
    public boolean addsUp() {
        return movements.values().stream().reduce(opening, Money::plus).equals(closing);
    }

    /** Whether what is open, by transfers and unsigned accounts, is what the postings come to. */
    public boolean ageingAddsUp() {
        return ageing.total().equals(balance);
    }
}
