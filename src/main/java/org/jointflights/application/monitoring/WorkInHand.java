package org.jointflights.application.monitoring;

import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.slf4j.MDC;

/**
 * Which flight, and which task, act or step of it, this thread is busy with, and for whom: three fields of every line that it
 * logs meanwhile. A reference, a name of ours and the sign-in name of an account that there is, never what somebody typed.
 */
public final class WorkInHand {

    private static final String FLIGHT = "flight";
    private static final String ACT = "act";
    private static final String PERSON = "person";

    private WorkInHand() {}

    /** From now on it is about that flight, and about no act of it yet. */
    public static void isOf(OperationReference flight) {
        MDC.put(FLIGHT, flight.value());
        MDC.remove(ACT);
    }

    /** From now on it is this; {@code act} by the name that the model or our code has for it. */
    public static void is(OperationReference flight, String act) {
        MDC.put(FLIGHT, flight.value());
        MDC.put(ACT, act);
    }

    /** From now on it is done for that person, who is signed in or whose token it is. */
    public static void isDoneFor(String person) {
        MDC.put(PERSON, person);
    }

    /** What this thread does next is for somebody else. */
    public static void isDoneForNobody() {
        MDC.remove(PERSON);
    }

    /** The act's name; none while nobody has said what it is. */
    public static Optional<String> act() {
        return Optional.ofNullable(MDC.get(ACT));
    }

    /** What this thread does next is not about it. */
    public static void isOver() {
        MDC.remove(FLIGHT);
        MDC.remove(ACT);
    }
}
