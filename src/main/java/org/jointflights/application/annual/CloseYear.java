package org.jointflights.application.annual;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Actor;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.annual.ClosedYear;
import org.jointflights.domain.annual.ClosedYear.Balance;
import org.jointflights.domain.annual.YearEnd;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the accounts of a year: somebody of Frontex's finance asks for it, a manager who is not the same person confirms it.
 * From then on nothing is posted into that year; what was wrong is reversed in a later one.
 */
@Service
@Transactional
public class CloseYear {

    private final ClosedYears years;
    private final CurrentUser actor;
    private final Clock clock;
    private final WriteNotices notices;
    private final Parties parties;

    CloseYear(ClosedYears years, CurrentUser actor, Clock clock, WriteNotices notices, Parties parties) {
        this.years = years;
        this.actor = actor;
        this.clock = clock;
        this.notices = notices;
        this.parties = parties;
    }

    /** Whether the person signed in may ask for it. */
    @Transactional(readOnly = true)
    public boolean mayAsk() {
        return actor.isIn(Role.FINANCE.groupOf(Party.FRONTEX));
    }

    /** Whether the person signed in may confirm what was asked for by another. */
    @Transactional(readOnly = true)
    public boolean mayConfirm(ClosedYear year) {
        return isManager() && !year.isClosed() && !Actor.share(year.askedBy(), actor.id());
    }

    /**
     * Writes down what the postings say and asks for it to be confirmed; asked again, it is written down anew. Throws
     * {@link NotYours} for anybody but Frontex's finance, and {@link Conflict} for a year that is not over or is closed, while an
     * earlier one is open, and where the postings do not add up.
     */
    public ClosedYear ask(int year) {
        requireAsker();
        requireOver(year);
        years.firstPosted().filter(first -> first < year).ifPresent(first -> {
            for (int earlier = first; earlier < year; earlier++) {
                if (years.find(earlier).filter(ClosedYear::isClosed).isEmpty()) {
                    throw Conflict.of("annual.close.earlier", Integer.toString(earlier), Integer.toString(year));
                }
            }
        });
        YearEnd end = years.read(year);
        requireZero(year, end.balances());
        ClosedYear asked =
                new ClosedYear(year, end.postings(), end.hash(), end.balances(), actor.id(), clock.instant(), null);
        years.ask(asked);
        notices.tell(
                Role.MANAGER.group(),
                "annual-" + year + "-" + end.hash(),
                "notice.yearAsked",
                Integer.toString(year),
                end.postings());
        return asked;
    }

    /**
     * Closes the year if its postings are still those that were written down. Throws {@link NotYours} for anybody but a manager
     * who did not ask for it, and {@link Conflict} if nobody asked or something else is found.
     */
    public ClosedYear confirm(int year) {
        requireManager();
        ClosedYear asked =
                years.find(year).orElseThrow(() -> Conflict.of("annual.close.notAsked", Integer.toString(year)));
        if (asked.isClosed()) {
            throw Conflict.of("annual.closed.already", Integer.toString(year));
        }
        if (!mayConfirm(asked)) {
            throw NotYours.of("annual.close.otherPerson");
        }
        requireOver(year);
        YearEnd found = years.read(year);
        if (!asked.isSameAs(found)) {
            throw Conflict.of("annual.close.changed", Integer.toString(year), asked.postings(), found.postings());
        }
        ClosedYear closed = asked.confirmed(actor.id(), clock.instant());
        years.confirm(closed);
        parties.all()
                .forEach(member -> notices.tell(
                        Role.FINANCE.groupOf(member.party()),
                        "annual-closed-" + year,
                        "notice.yearClosed",
                        Integer.toString(year)));
        return closed;
    }

    /** Throws {@link NotYours} for anybody but Frontex's finance. */
    @Transactional(readOnly = true)
    public void requireAsker() {
        if (!mayAsk()) {
            throw NotYours.of("annual.close.notYours");
        }
    }

    /** Throws {@link NotYours} for anybody but managers. */
    @Transactional(readOnly = true)
    public void requireManager() {
        if (!isManager()) {
            throw NotYours.of("annual.close.otherPerson");
        }
    }

    private boolean isManager() {
        return actor.isIn(Role.MANAGER.group());
    }

    private void requireOver(int year) {
        int now = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        if (year >= now) {
            throw Conflict.of("annual.close.notOver", Integer.toString(year));
        }
    }

    private static void requireZero(int year, Collection<Balance> balances) {
        Map<Ledger.Pot, Money> sums =
                balances.stream().collect(Collectors.toMap(Balance::pot, Balance::amount, Money::plus));
        Optional<Map.Entry<Ledger.Pot, Money>> wrong =
                sums.entrySet().stream().filter(sum -> !sum.getValue().isZero()).findFirst();
        wrong.ifPresent(sum -> {
            throw Conflict.of(
                    "annual.close.doesNotAddUp",
                    Integer.toString(year),
                    Sentence.of("settlement.fund." + sum.getKey().fund()),
                    sum.getValue());
        });
    }
}
