package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.application.planning.Quotes;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a flight from stage to stage, and does what people may decide about it until it has left: a state withdraws; the
 * flight is postponed, changed, suspended, resumed or cancelled. After departure all of these are refused.
 */
@Service
@Transactional
public class ChangeFlight {

    private final Flights flights;
    private final Participations participations;
    private final Cancellations cancellations;
    private final FlightWorkflow workflow;
    private final OperationWorkflow operation;
    private final FreezePlan versions;
    private final Quotes quotes;
    private final Contracts contracts;
    private final PlanRoute routes;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final CurrentUser actor;
    private final Clock clock;

    ChangeFlight(
            Flights flights,
            Participations participations,
            Cancellations cancellations,
            FlightWorkflow workflow,
            OperationWorkflow operation,
            FreezePlan versions,
            Quotes quotes,
            Contracts contracts,
            PlanRoute routes,
            WriteTrail trail,
            WriteNotices notices,
            CurrentUser actor,
            Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.cancellations = cancellations;
        this.workflow = workflow;
        this.operation = operation;
        this.versions = versions;
        this.quotes = quotes;
        this.contracts = contracts;
        this.routes = routes;
        this.trail = trail;
        this.notices = notices;
        this.actor = actor;
        this.clock = clock;
    }

    /** The flight has reached that stage. */
    public void reached(OperationReference reference, Stage stage) {
        Flight flight = flights.get(reference);
        if (flight.stage() != stage) {
            flights.put(flight.reached(stage, clock.instant()));
            trail.record(reference, TrailEvent.STAGE, stage.words());
        }
    }

    /** A state leaves the flight: its coordinator says so, with a reason. The organiser cancels instead. */
    public void withdraw(OperationReference reference, Party party, String reason) {
        Flight flight = beforeDeparture(reference);
        require(FlightAct.WITHDRAW, party);
        Participation participation = participations.get(reference, party);
        flight.requireMayWithdraw(party);
        participations.put(participation.withdrawn(reason, clock.instant(), flight.departure()));
        trail.recordOf(reference, party, TrailEvent.WITHDRAWN, party, reason);
        tellParties(flight, "withdrawn-" + party, "notice.withdrawn", reference, party, reason);
        workflow.stateWithdrew(reference, party);
    }

    /**
     * Before the commitment date the split and the version are made anew without the state; afterwards they stand, and a
     * running operation no longer waits for it.
     */
    public void afterWithdrawal(OperationReference reference, Party party) {
        Flight flight = flights.get(reference);
        switch (flight.stage()) {
            // The others' answers and their deadline do not depend on who leaves.
            case PLANNING -> workflow.answerNotAwaited(reference, party);
            case COST_SHARING, APPROVAL -> workflow.workOutdated(reference, flight.stage());
            case OPERATION -> operation.stateWithdrew(reference);
            default -> {}
        }
    }

    /** The organiser moves the flight to a later day; every clock is set anew. */
    public void postpone(OperationReference reference, ZonedDateTime departure, String reason) {
        Flight flight = beforeDeparture(reference);
        require(FlightAct.POSTPONE, flight.organiser());
        flights.put(flight.postponedTo(departure, clock.instant()));
        trail.record(reference, TrailEvent.POSTPONED, departure.toLocalDateTime(), reason);
        tellParties(
                flight,
                "postponed-" + (flight.postponed() + 1),
                "notice.postponed",
                reference,
                departure.toLocalDateTime(),
                reason);
        workflow.postponed(reference);
    }

    /**
     * The organiser changes where the flight goes or how many it holds. Until a carrier is under contract no quote fits
     * the new plan, so that one has to be chosen anew; afterwards, and where the work cannot go back to that choice, the
     * aircraft stays, and only costs and signatures are gone through again.
     */
    public void changePlan(OperationReference reference, Route route, int capacity, String reason) {
        Flight flight = beforeDeparture(reference);
        require(FlightAct.CHANGE_PLAN, flight.organiser());
        flight.requireMayChangeTo(route, capacity, participations.of(reference));
        flights.put(flight.planned(route, routes.start(route).zone(), capacity));
        if (contracts.standing(reference).isEmpty() && workflow.canChooseCarrierAgain(reference)) {
            quotes.removeAll(reference);
        }
        trail.record(reference, TrailEvent.PLAN_CHANGED, route, capacity, reason);
        tellParties(flight, "plan-" + flight.revision(), "notice.planChanged", reference, route, reason);
        workflow.planChanged(reference);
    }

    /** What was being worked on when the date or the plan changed is done anew; a new date leaves the go as it is. */
    public void afterChange(OperationReference reference) {
        if (quotes.of(reference).isEmpty()) {
            versions.makeVoidAsPlanChanged(reference);
            workflow.carrierOpen(reference);
        }
        workflow.workOutdated(reference, flights.get(reference).stage());
    }

    /** The rights officer or the executive stops all work on the flight. */
    public void suspend(OperationReference reference, String reason) {
        Flight flight = beforeDeparture(reference);
        require(FlightAct.SUSPEND, flight.organiser());
        flights.put(flight.suspended(reason));
        trail.record(reference, TrailEvent.SUSPENDED, reason);
        tellParties(flight, "suspended-" + flight.revision(), "notice.suspended", reference, reason);
        workflow.suspended(reference);
    }

    /** The executive lets the work go on. */
    public void resume(OperationReference reference, String reason) {
        Flight flight = flights.get(reference);
        flights.put(flight.resumed());
        trail.record(reference, TrailEvent.RESUMED, reason);
        tellParties(flight, "resumed-" + flight.revision(), "notice.resumed", reference, reason);
    }

    /**
     * The flight will not take place.
     *
     * @param causedBy the party whose decision it was, which then bears the penalty; nothing if no party is answerable
     */
    public void cancel(OperationReference reference, String reason, @Nullable Party causedBy) {
        Flight flight = beforeDeparture(reference);
        require(FlightAct.CANCEL, flight.organiser());
        if (causedBy != null && !causedBy.isFrontex()) {
            participations.get(reference, causedBy);
        }
        cancellations.add(Cancellation.of(flight, reason, causedBy, clock.instant(), actor.id()));
        trail.record(reference, TrailEvent.CANCELLED, reason);
        tellParties(flight, "cancelled", "notice.cancelled", reference, reason);
        workflow.cancelled(reference);
    }

    /** The organiser closes the answers as soon as every state has given one, and need not wait for the deadline. */
    public void closeAnswers(OperationReference reference) {
        Flight flight = flights.get(reference);
        require(FlightAct.CLOSE_ANSWERS, flight.organiser());
        List<Participation> silent = participations.of(reference).stream()
                .filter(Participation::isAwaited)
                .toList();
        if (flight.stage() != Stage.PLANNING || !silent.isEmpty()) {
            throw Conflict.of(
                    "flight.answers.awaited",
                    silent.stream().map(open -> open.party().code()).toList());
        }
        trail.record(reference, TrailEvent.ANSWERS_CLOSED);
        workflow.answersClosed(reference);
    }

    /** Nobody agreed, or too few answered: the flight ends before anything was committed. */
    public void giveUp(OperationReference reference) {
        reached(reference, Stage.GIVEN_UP);
        tellParties(flights.get(reference), "given-up", "notice.givenUp", reference);
    }

    private Flight beforeDeparture(OperationReference reference) {
        Flight flight = flights.get(reference);
        flight.requireBeforeDeparture();
        if (cancellations.of(reference).isPresent()) {
            throw flight.tooLate();
        }
        return flight;
    }

    private void require(FlightAct act, Party party) {
        if (act.isFor(actor, party)) {
            return;
        }
        throw switch (act) {
            case SUSPEND -> NotYours.of("flight.suspend.who");
            case CANCEL -> NotYours.of("flight.cancel.who", party);
            case CLOSE_ANSWERS, CHANGE_PLAN, POSTPONE, WITHDRAW ->
                NotYours.of("flight.notYours", Role.COORDINATOR.groupOf(party));
        };
    }

    private void tellParties(Flight flight, String once, String code, Object... arguments) {
        participations.of(flight.reference()).stream()
                .filter(participation -> participation.status() != Status.DECLINED)
                .forEach(participation ->
                        notices.send(flight.reference(), participation.party() + "coordinator", once, code, arguments));
    }
}
