package org.jointflights.application.settlement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.settlement.FinalShare;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports what rounding has left over, to those who watch over all flights. */
@Service
@Transactional(readOnly = true)
public class ReadRounding {

    private final CarryBook book;
    private final CurrentUser actor;

    ReadRounding(CarryBook book, CurrentUser actor) {
        this.book = book;
        this.actor = actor;
    }

    /** Throws {@link NotYours} for anybody but managers and auditors. */
    public RoundingReport report() {
        if (List.of(Role.MANAGER, Role.AUDITOR).stream().noneMatch(role -> actor.isIn(role.group()))) {
            throw NotYours.of("settlement.carry.report.notYours");
        }
        SortedMap<String, SortedMap<Party, BigFraction>> drift = new TreeMap<>();
        Map<List<Object>, RoundingReport.Account> accounts = new LinkedHashMap<>();
        for (Carry carry : book.accounts().carries()) {
            add(drift, carry.currency().getCurrencyCode(), carry.party(), carry.balance());
            accounts.computeIfAbsent(
                            List.of(carry.currency(), carry.set()),
                            account -> new RoundingReport.Account(carry.currency(), new TreeMap<>()))
                    .balances()
                    .put(carry.party(), carry.balance());
        }
        for (FinalShare share : book.limited()) {
            add(drift, share.posted().currency().getCurrencyCode(), share.party(), share.carryAfter());
        }
        return new RoundingReport(book.flights(), book.differing(), List.copyOf(accounts.values()), drift);
    }

    private static void add(
            SortedMap<String, SortedMap<Party, BigFraction>> drift, String currency, Party party, BigFraction more) {
        drift.computeIfAbsent(currency, unseen -> new TreeMap<>()).merge(party, more, BigFraction::add);
    }
}
