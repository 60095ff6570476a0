package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.ResumingAdvice;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Suspension;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A fundamental-rights officer advises for or against letting a suspended flight go on. The model asks for it in a task; flights
 * that began before it did are advised on from their page.
 */
@Service
@Order(6)
@Transactional
public class AdviseOnResuming implements FlightAct {

    /** What can be advised. */
    public enum Advice {
        RESUME,
        STAY_SUSPENDED
    }

    private final CheckFlightIsOpen open;
    private final Flights flights;
    private final Suspensions suspensions;
    private final WriteTrail trail;
    private final TellParties parties;
    private final FlightWorkflow workflow;
    private final CurrentUser actor;
    private final Clock clock;

    AdviseOnResuming(
            CheckFlightIsOpen open,
            Flights flights,
            Suspensions suspensions,
            WriteTrail trail,
            TellParties parties,
            FlightWorkflow workflow,
            CurrentUser actor,
            Clock clock) {
        this.open = open;
        this.flights = flights;
        this.suspensions = suspensions;
        this.trail = trail;
        this.parties = parties;
        this.workflow = workflow;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ADVISE";
    }

    @Override
    public List<String> fields() {
        return List.of("advice", "adviceReasons");
    }

    @Override
    public Map<String, List<String>> answers() {
        return Map.of("advice", List.of(Advice.RESUME.name(), Advice.STAY_SUSPENDED.name()));
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.RIGHTS_OFFICER.group());
    }

    /** Where a task asks for it, it is given there. */
    @Override
    @Transactional(readOnly = true)
    public boolean fits(Flight flight) {
        return flight.isSuspended()
                && suspensions
                        .current(flight.reference())
                        .filter(suspension -> suspension.advice() == null)
                        .isPresent()
                && !workflow.asksForAdvice(flight.reference());
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    /** Wherever a suspended flight stands: whoever may let it go on waits for the advice. */
    @Override
    public boolean worksAt(Stage stage) {
        return true;
    }

    /** Throws {@link Conflict} where a task asks for it, which would wait for ever. */
    @Override
    public void perform(Flight flight, TypedFields typed) {
        OperationReference reference = flight.reference();
        open.requireFor(reference, this);
        if (workflow.asksForAdvice(reference)) {
            throw Conflict.of("flight.advise.inTask", reference);
        }
        advise(reference, typed.choice("advice", Advice.class), typed.remark("adviceReasons"));
    }

    /** Throws {@link Conflict} unless the flight is suspended and nobody has advised on it yet. */
    public void advise(OperationReference reference, Advice advice, String reasons) {
        boolean inFavour = advice == Advice.RESUME;
        Flight flight = flights.get(reference);
        Suspension suspension = suspensions
                .current(reference)
                .filter(current -> flight.isSuspended())
                .orElseThrow(() -> Conflict.of("flight.advise.notSuspended", reference));
        suspensions.put(suspension.advised(new ResumingAdvice(inFavour, reasons, actor.id(), clock.instant())));
        trail.record(reference, inFavour ? TrailEvent.ADVISED_FOR : TrailEvent.ADVISED_AGAINST);
        parties.tell(Role.EXECUTIVE, flight, "advice-given-" + suspension.number(), "notice.adviceGiven", reference);
    }
}
