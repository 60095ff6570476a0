package org.jointflights.application.hours;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.hours.HoursExchange;
import org.springframework.stereotype.Component;

/** Puts what happens to hours on the trail of the flight and tells those who wait for it. */
@Component
class HoursNews {

    private final WriteTrail trail;
    private final WriteNotices notices;

    HoursNews(WriteTrail trail, WriteNotices notices) {
        this.trail = trail;
        this.notices = notices;
    }

    void entered(long id, HoursExchange exchange) {
        boolean reversal = exchange.reverses() != null;
        trail.record(
                exchange.reference(),
                reversal ? TrailEvent.HOURS_REVERSAL_ASKED : TrailEvent.HOURS_ENTERED,
                Long.toString(id),
                exchange.enteredFor(),
                exchange.total(),
                exchange.factor().type(),
                Integer.toString(exchange.minutes()));
        tell(
                exchange,
                exchange.asked(),
                id + "/asked",
                reversal ? "notice.hours.reversalAsked" : "notice.hours.asked",
                Long.toString(id),
                exchange.total(),
                new PartyName(exchange.enteredFor()));
    }

    /** Those who are still waited for, and who waits for them. */
    void waits(HoursExchange exchange) {
        String late = exchange.awaited().stream().map(Party::code).collect(Collectors.joining(", "));
        Set<Party> told = new TreeSet<>(exchange.awaited());
        told.add(exchange.enteredFor());
        tell(
                exchange,
                told,
                exchange.id() + "/waits",
                "notice.hours.waits",
                Long.toString(exchange.id()),
                exchange.total(),
                late);
    }

    void agreed(HoursExchange exchange, Party party) {
        trail.recordOf(exchange.reference(), party, TrailEvent.HOURS_AGREED, Long.toString(exchange.id()), party);
    }

    void refused(HoursExchange exchange, HoursExchange.Answer answer, HoursExchange.Cause cause) {
        trail.recordOf(
                exchange.reference(),
                answer.party(),
                TrailEvent.HOURS_REFUSED,
                Long.toString(exchange.id()),
                answer.party(),
                cause.words());
        tell(
                exchange,
                exchange.parties(),
                exchange.id() + "/refused",
                "notice.hours.refused",
                Long.toString(exchange.id()),
                new PartyName(answer.party()));
    }

    void withdrawn(HoursExchange exchange) {
        trail.record(
                exchange.reference(), TrailEvent.HOURS_WITHDRAWN, Long.toString(exchange.id()), exchange.enteredFor());
        tell(
                exchange,
                exchange.asked(),
                exchange.id() + "/withdrawn",
                "notice.hours.withdrawn",
                Long.toString(exchange.id()));
    }

    void posted(HoursExchange exchange) {
        trail.record(
                exchange.reference(),
                exchange.reverses() == null ? TrailEvent.HOURS_POSTED : TrailEvent.HOURS_REVERSED,
                Long.toString(exchange.id()),
                exchange.total(),
                exchange.provider());
        tell(
                exchange,
                exchange.parties(),
                exchange.id() + "/posted",
                exchange.reverses() == null ? "notice.hours.posted" : "notice.hours.reversed",
                Long.toString(exchange.id()),
                exchange.total());
    }

    private void tell(
            HoursExchange exchange, Collection<Party> parties, String once, String code, Object... arguments) {
        Object[] gaps = new Object[arguments.length + 1];
        gaps[0] = exchange.reference();
        System.arraycopy(arguments, 0, gaps, 1, arguments.length);
        parties.forEach(
                party -> notices.send(exchange.reference(), Role.FINANCE.groupOf(party), "hours/" + once, code, gaps));
    }
}
