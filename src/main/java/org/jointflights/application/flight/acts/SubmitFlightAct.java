package org.jointflights.application.flight.acts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what somebody typed to decide about a flight, and hands it to {@link ChangeFlight}. */
@Service
@Transactional
public class SubmitFlightAct {

    /** What stands in the field {@code causedBy} when no party is answerable; it is never assumed. */
    public static final String NOBODY = "NOBODY";

    private static final int LARGEST_AIRCRAFT = 500;

    private final ChangeFlight course;
    private final PlanRoute routes;
    private final CheckFlightAccess access;
    private final Participations participations;
    private final Cancellations cancellations;
    private final CurrentUser actor;

    SubmitFlightAct(
            ChangeFlight course,
            PlanRoute routes,
            CheckFlightAccess access,
            Participations participations,
            Cancellations cancellations,
            CurrentUser actor) {
        this.course = course;
        this.routes = routes;
        this.access = access;
        this.participations = participations;
        this.cancellations = cancellations;
        this.actor = actor;
    }

    /** What the person signed in may decide about the flight as it stands. */
    @Transactional(readOnly = true)
    public Set<FlightAct> possible(OperationReference reference) {
        Flight flight = access.require(reference);
        Set<FlightAct> possible = EnumSet.noneOf(FlightAct.class);
        if (flight.stage().isAfterDeparture() || cancellations.of(reference).isPresent()) {
            return possible;
        }
        for (FlightAct act : FlightAct.values()) {
            boolean theirs = act == FlightAct.WITHDRAW
                    ? !mayWithdraw(reference).isEmpty()
                    : act.isFor(actor, flight.organiser());
            if (theirs && fits(act, flight)) {
                possible.add(act);
            }
        }
        return possible;
    }

    private boolean fits(FlightAct act, Flight flight) {
        return switch (act) {
            case CLOSE_ANSWERS -> answersCanClose(flight);
            case SUSPEND -> !flight.isSuspended();
            case CHANGE_PLAN, POSTPONE, WITHDRAW, CANCEL -> true;
        };
    }

    /** The parties that the person signed in could withdraw from the flight. */
    @Transactional(readOnly = true)
    public List<Party> mayWithdraw(OperationReference reference) {
        Flight flight = access.require(reference);
        List<Party> parties = new ArrayList<>();
        for (Participation participation : participations.of(reference)) {
            Party party = participation.party();
            if (participation.mayWithdraw()
                    && !party.equals(flight.organiser())
                    && FlightAct.WITHDRAW.isFor(actor, party)) {
                parties.add(party);
            }
        }
        return parties;
    }

    /**
     * Does it. Throws {@link org.jointflights.domain.Refusal}, with nothing stored, if a field is missing, wrong or none of
     * the act's, or if the act is not this person's or comes too late.
     */
    public void perform(OperationReference reference, FlightAct act, Map<String, ? extends @Nullable Object> typed) {
        Flight flight = access.require(reference);
        requireFields(act, typed);
        TypedFields answers = new TypedFields(typed);
        switch (act) {
            case CLOSE_ANSWERS -> course.closeAnswers(reference);
            case CHANGE_PLAN ->
                course.changePlan(
                        reference,
                        routes.plan(answers.text("embarkations"), answers.text("destinations")),
                        answers.wholeNumber("capacity", 1, LARGEST_AIRCRAFT),
                        answers.remark("reason"));
            case POSTPONE ->
                course.postpone(
                        reference,
                        answers.dateTime("departure", flight.departure().getZone()),
                        answers.remark("reason"));
            case WITHDRAW -> course.withdraw(reference, answers.party("party"), answers.remark("reason"));
            case SUSPEND -> course.suspend(reference, answers.remark("reason"));
            case CANCEL -> course.cancel(reference, answers.remark("reason"), causedBy(answers));
        }
    }

    private boolean answersCanClose(Flight flight) {
        return flight.stage() == Stage.PLANNING
                && participations.of(flight.reference()).stream().noneMatch(Participation::isAwaited);
    }

    private static @Nullable Party causedBy(TypedFields answers) {
        return answers.text("causedBy").equalsIgnoreCase(NOBODY) ? null : answers.party("causedBy");
    }

    private static void requireFields(FlightAct act, Map<String, ? extends @Nullable Object> typed) {
        typed.forEach((field, value) -> {
            if (!act.fields().contains(field)) {
                throw BadInput.of(field, value, "common.undeclared");
            }
            boolean plain = value == null || value instanceof String || value instanceof Number;
            if (!plain) {
                throw BadInput.of(field, value, "overview.notPlain");
            }
        });
    }
}
