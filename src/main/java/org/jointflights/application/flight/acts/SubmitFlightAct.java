package org.jointflights.application.flight.acts;

import java.util.List;
import java.util.Map;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.monitoring.RecordActTimes;
import org.jointflights.application.monitoring.WorkInHand;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.work.RecordRefusedAttempts;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers what may be decided about a flight, and reads what somebody typed to decide it. */
@Service
public class SubmitFlightAct {

    /** Against steps of the work that come one after the other, not against people. */
    private static final int TRIES = 5;

    private final List<FlightAct> acts;
    private final CheckFlightAccess access;
    private final CheckFlightIsOpen open;
    private final RecordRefusedAttempts attempts;
    private final CurrentUser actor;
    private final RecordActTimes times;

    SubmitFlightAct(
            List<FlightAct> acts,
            CheckFlightAccess access,
            CheckFlightIsOpen open,
            RecordRefusedAttempts attempts,
            CurrentUser actor,
            RecordActTimes times) {
        this.acts = acts;
        this.access = access;
        this.open = open;
        this.attempts = attempts;
        this.actor = actor;
        this.times = times;
    }

    /** The act of that address; throws {@link Unknown} if there is none. */
    public FlightAct named(String path) {
        return acts.stream()
                .filter(act -> act.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Unknown.of("overview.act.unknown", path));
    }

    /** What the person signed in may decide about the flight as it stands, in the order of the page. */
    @Transactional(readOnly = true)
    public List<FlightAct> possible(OperationReference reference) {
        Flight flight = access.require(reference);
        return acts.stream()
                .filter(act -> open.allows(flight, act) && act.fits(flight))
                .toList();
    }

    /**
     * Does it. Throws {@link org.jointflights.domain.Refusal}, with nothing stored, if a field is missing, wrong or none of
     * the act's, or if the act is not this person's or comes too late. The act is a transaction of its own, so that the
     * attempt at what is somebody else's can be recorded once it is undone.
     */
    public void perform(OperationReference reference, FlightAct act, Map<String, ? extends @Nullable Object> typed) {
        boolean nameless = act.namesNobody(typed);
        try {
            WorkInHand.is(reference, act.name());
            if (nameless) {
                WorkInHand.isDoneForNobody();
            }
            times.timed(() -> {
                int left = TRIES;
                while (!isDone(reference, act, typed, left == 1)) {
                    left--;
                }
                return act;
            });
        } catch (NotYours refused) {
            if (nameless) {
                throw refused;
            }
            attempts.onFlight(
                    actor.id(), reference, act.name(), Sentence.of("overview.act." + act.name()), refused.asSentence());
            throw refused;
        }
    }

    /** Whoever is overtaken by a step of the flight's work has had nothing stored, and decides on what it has left. */
    private boolean isDone(
            OperationReference reference, FlightAct act, Map<String, ? extends @Nullable Object> typed, boolean last) {
        try {
            Flight flight = access.require(reference);
            requireFields(act, typed);
            act.perform(flight, new TypedFields(typed));
            return true;
        } catch (ConcurrencyFailureException overtaken) {
            if (last) {
                throw overtaken;
            }
            return false;
        }
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
