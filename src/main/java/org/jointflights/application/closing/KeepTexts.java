package org.jointflights.application.closing;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.closing.LegalHold;
import org.jointflights.domain.flight.Flight;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The legal group of a party, or the rights officer, keeps what was typed from being erased: it is needed somewhere. */
@Service
@Order(7)
@Transactional
class KeepTexts implements FlightAct {

    private final Participations participations;
    private final LegalHolds holds;
    private final Erasures erasures;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    KeepTexts(
            Participations participations,
            LegalHolds holds,
            Erasures erasures,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.participations = participations;
        this.holds = holds;
        this.erasures = erasures;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "HOLD_TEXTS";
    }

    @Override
    public List<String> fields() {
        return List.of("reason");
    }

    @Override
    public Set<String> groups(Flight flight) {
        Set<String> groups = new TreeSet<>();
        groups.add(Role.RIGHTS_OFFICER.group());
        participations.of(flight.reference()).forEach(part -> groups.add(Role.LEGAL.groupOf(part.party())));
        return groups;
    }

    /** Until there is nothing left to keep. */
    @Override
    public boolean fits(Flight flight) {
        return erasures.of(flight.reference()).stream().noneMatch(ErasureCertificate::isOfFlight);
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public boolean worksAfterDeparture() {
        return true;
    }

    /** One hold for each of the person's groups; throws {@link Conflict} if they hold it already, or it is gone. */
    @Override
    public void perform(Flight flight, TypedFields typed) {
        List<String> own = groups(flight).stream().filter(actor::isIn).toList();
        if (own.isEmpty()) {
            throw notYours(flight);
        }
        if (!fits(flight)) {
            throw Conflict.of("closing.erasure.done", flight.reference());
        }
        String reason = typed.remark("reason");
        List<String> held =
                holds.of(flight.reference()).stream().map(LegalHold::holder).toList();
        List<String> further =
                own.stream().filter(group -> !held.contains(group)).toList();
        if (further.isEmpty()) {
            throw Conflict.of("closing.hold.already", flight.reference(), String.join(", ", own));
        }
        for (String group : further) {
            holds.set(new LegalHold(flight.reference(), group, actor.id(), clock.instant()), reason);
            trail.record(flight.reference(), TrailEvent.HOLD_SET, group);
        }
    }
}
