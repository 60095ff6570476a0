package org.jointflights.application.settlement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.AccountPeriod;
import org.jointflights.domain.settlement.Ageing;
import org.jointflights.domain.settlement.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what a party's account comes to over all flights, to its finance people and to those who see every flight. */
@Service
@Transactional(readOnly = true)
public class ReadPartyAccount {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Books books;
    private final CurrentUser actor;
    private final Clock clock;

    ReadPartyAccount(Books books, CurrentUser actor, Clock clock) {
        this.books = books;
        this.actor = actor;
        this.clock = clock;
    }

    /** The accounts that the reader may see, by party; throws {@link NotYours} for who belongs to no finance and watches over nothing. */
    public SortedMap<Party, Set<Ledger.Pot>> open() {
        SortedMap<Party, Set<Ledger.Pot>> open = new TreeMap<>(books.accounts());
        if (!watches()) {
            open.keySet().removeIf(party -> !actor.isIn(Role.FINANCE.groupOf(party)));
            if (!viewer().isOfFinance()) {
                throw NotYours.of("settlement.books.notYours");
            }
        }
        return open;
    }

    /** The calendar year of the newest posting, or this one where there is none. Throws {@link NotYours} as {@link #of} does. */
    public AccountPeriod newestYear(Party party, Ledger.Pot pot) {
        require(party);
        Instant newest = books.newest(party, pot).orElseGet(clock::instant);
        return AccountPeriod.yearOf(LocalDate.ofInstant(newest, ZoneOffset.UTC));
    }

    /**
     * One page of an account. Throws {@link NotYours} for another party's, and {@link BadInput} for a page that there is
     * not.
     */
    public PartyAccount of(Party party, Ledger.Pot pot, AccountPeriod period, int page, int onAPage) {
        require(party);
        Instant from = period.begins();
        Instant to = period.ends();
        long count = books.count(party, pot, from, to);
        int pages = (int) Math.max(1, (count + onAPage - 1) / onAPage);
        if (page > pages) {
            throw BadInput.of("page", page, "common.wholeNumber", 1, pages);
        }
        Money balance = books.balance(party, pot, EVER);
        List<Ageing.Open> open = books.unsettled(party, pot).stream()
                .map(one -> new Ageing.Open(one.transfer(), one.payable()))
                .toList();
        return new PartyAccount(
                party,
                pot,
                period,
                books.balance(party, pot, from),
                books.movements(party, pot, from, to),
                books.balance(party, pot, to),
                books.entries(party, pot, from, to, onAPage, (long) (page - 1) * onAPage),
                page,
                pages,
                count,
                balance,
                Ageing.of(party, open, books.unsigned(party, pot), clock.instant()));
    }

    private void require(Party party) {
        if (!watches() && !actor.isIn(Role.FINANCE.groupOf(party))) {
            throw NotYours.of("settlement.books.other", party);
        }
    }

    private boolean watches() {
        return viewer().readsEveryAccount();
    }

    private Viewer viewer() {
        return Viewer.of(actor.groups());
    }
}
