package org.jointflights.application.hours;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jointflights.application.annual.ClosedYears;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.hours.HoursExchange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A party agrees to the hours it is said to have received, or to give back, or refuses; the last to agree has them posted. */
@Service
@Transactional
public class AnswerExchange {

    private final HoursExchanges exchanges;
    private final HoursRights rights;
    private final ClosedYears years;
    private final HoursNews news;
    private final Clock clock;

    AnswerExchange(HoursExchanges exchanges, HoursRights rights, ClosedYears years, HoursNews news, Clock clock) {
        this.exchanges = exchanges;
        this.rights = rights;
        this.years = years;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The {@code party} agrees. Throws {@link NotYours} for anybody but its finance and for whoever entered it or answered for another, and
     * {@link Conflict} where it is not waited for or the year is closed.
     */
    public void agree(long id, TypedFields typed) {
        HoursExchange exchange = awaiting(id, typed);
        Instant now = clock.instant();
        Party party = typed.party("party");
        exchanges.answered(id, new HoursExchange.Answer(party, null, null, rights.actor(), now));
        news.agreed(exchange, party);
        HoursExchange after = exchanges.get(id);
        if (after.awaited().isEmpty()) {
            int year = now.atOffset(ZoneOffset.UTC).getYear();
            if (years.isClosedSince(year)) {
                throw Conflict.of("annual.closed", Integer.toString(year));
            }
            exchanges.posted(after, now);
            news.posted(after);
        }
    }

    /**
     * The {@code party} refuses, for a {@code refusalCause} and, where that is none of the list, with a {@code letter}. Throws as {@link #agree} does, and
     * {@link BadInput} for no cause.
     */
    public void refuse(long id, TypedFields typed) {
        HoursExchange exchange = awaiting(id, typed);
        HoursExchange.Cause cause = typed.choice("refusalCause", HoursExchange.Cause.class);
        String letter =
                cause == HoursExchange.Cause.OTHER || !typed.isEmpty("letter") ? typed.shortText("letter", 200) : null;
        HoursExchange.Answer answer =
                new HoursExchange.Answer(typed.party("party"), cause, letter, rights.actor(), clock.instant());
        exchanges.answered(id, answer);
        news.refused(exchange, answer, cause);
    }

    /**
     * Whoever entered it takes it back while somebody is waited for. Throws {@link NotYours} for anybody but the finance of the party that entered
     * it, and {@link Conflict} once it is decided.
     */
    public void withdraw(long id) {
        requireFinance();
        exchanges.hold(exchanges.get(id).reference());
        HoursExchange exchange = exchanges.get(id);
        rights.requireFinanceOf(exchange.enteredFor());
        if (exchange.state() != HoursExchange.State.WAITING) {
            throw Conflict.of(
                    "hours.decided", Long.toString(id), exchange.state().words());
        }
        exchanges.withdrawn(id, new HoursExchange.Withdrawal(rights.actor(), clock.instant()));
        news.withdrawn(exchange);
    }

    /** Throws {@link NotYours} for whoever is of no party's finance. */
    public void requireFinance() {
        rights.requireFinance();
    }

    private HoursExchange awaiting(long id, TypedFields typed) {
        requireFinance();
        Party party = typed.party("party");
        rights.requireFinanceOf(party);
        exchanges.hold(exchanges.get(id).reference());
        HoursExchange exchange = exchanges.get(id);
        exchange.requireAwaited(party);
        rights.requireFree(exchange);
        return exchange;
    }
}
