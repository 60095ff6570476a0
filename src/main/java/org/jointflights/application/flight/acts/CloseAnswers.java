package org.jointflights.application.flight.acts;

import java.util.List;
import java.util.Set;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organiser closes the answers as soon as every state has given one, and need not wait for the deadline. */
@Service
@Order(1)
@Transactional
public class CloseAnswers implements FlightAct {

    private final CheckFlightIsOpen open;
    private final Participations participations;
    private final FlightWorkflow workflow;
    private final WriteTrail trail;

    CloseAnswers(CheckFlightIsOpen open, Participations participations, FlightWorkflow workflow, WriteTrail trail) {
        this.open = open;
        this.participations = participations;
        this.workflow = workflow;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "CLOSE_ANSWERS";
    }

    @Override
    public List<String> fields() {
        return List.of();
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.COORDINATOR.groupOf(flight.organiser()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean fits(Flight flight) {
        return flight.stage() == Stage.PLANNING && awaited(flight).isEmpty();
    }

    @Override
    public boolean endsTasks() {
        return true;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        close(flight.reference());
    }

    /** Throws {@link Conflict} while an answer is awaited, or when they are not asked for any more. */
    public void close(OperationReference reference) {
        Flight flight = open.requireFor(reference, this);
        if (!fits(flight)) {
            throw Conflict.of("flight.answers.awaited", awaited(flight));
        }
        trail.record(reference, TrailEvent.ANSWERS_CLOSED);
        workflow.answersClosed(reference);
    }

    private List<String> awaited(Flight flight) {
        return participations.of(flight.reference()).stream()
                .filter(Participation::isAwaited)
                .map(silent -> silent.party().code())
                .toList();
    }
}
