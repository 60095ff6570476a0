package org.jointflights.process.flight;

import java.time.Instant;
import java.util.Map;
import org.jointflights.domain.flight.Stage;
import org.jointflights.process.engine.Variable;

/** The names shared by jointFlight.bpmn and its code. */
public final class FlightProcess {

    public static final String KEY = "jointFlight";

    static final Variable<Boolean> SIGNATURES_HOLD = Variable.flag("signaturesHold");
    /** Whether the aircraft has to be given back where the flight ends. */
    static final Variable<Boolean> CHARTER_STANDS = Variable.flag("charterStands");

    /** Whether the flight is cancelled: what the cancellation waits for, wherever the work stands. */
    static final Variable<Boolean> CANCELLED = Variable.flag("cancelled");

    static final Variable<Boolean> WITHDRAWALS_DONE = Variable.flag("withdrawalsDone");
    static final Variable<Long> WITHDRAWALS_OPEN = Variable.number("withdrawalsOpen");

    /** When a withdrawal of which nobody took note counts as known. */
    static final Variable<Instant> WITHDRAWAL_KNOWN_AT =
            Variable.text("withdrawalKnownAt").as(Instant::toString, Instant::parse);

    /** The task in which a fundamental-rights officer advises on resuming; models of earlier flights have none. */
    static final String ADVISE_ON_RESUMING = "userTask_adviseOnResuming";

    static final String STATE_WITHDREW = "stateWithdrew";
    static final String FLIGHT_POSTPONED = "flightPostponed";
    static final String PLAN_CHANGED = "planChanged";
    static final String FLIGHT_SUSPENDED = "flightSuspended";

    /** What the cancellation waits for in flights that began before it was a condition. */
    static final String FLIGHT_CANCELLED = "flightCancelled";

    /** To whatever waits for a plan with a carrier: there is none any more. At most one waits at a time. */
    static final String CARRIER_OPEN = "carrierOpen";

    private static final Map<String, Stage> STAGES = Map.of(
            "callActivity_flightPlanning", Stage.PLANNING,
            "callActivity_costSharing", Stage.COST_SHARING,
            "callActivity_flightApproval", Stage.APPROVAL,
            "userTask_contractCarrier", Stage.CONTRACTING,
            "userTask_recordPermits", Stage.PERMITS,
            "callActivity_flightOperation", Stage.OPERATION,
            "callActivity_settlement", Stage.SETTLEMENT,
            "callActivity_settlementOfCancelled", Stage.SETTLEMENT);

    private FlightProcess() {}

    /**
     * Which stage the flight has reached when the activity begins; throws {@link IllegalStateException} for an activity that
     * begins none.
     */
    static Stage stageFrom(String activity) {
        Stage stage = STAGES.get(activity);
        if (stage == null) {
            throw new IllegalStateException("no stage belongs to " + activity);
        }
        return stage;
    }
}
