package org.jointflights.domain.reports;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of one flight that left or was to leave, as far as it is reported: counts, causes and moments, no texts.
 * What was answered and counted before a recall is not in it.
 *
 * @param departure as planned last
 * @param aboard those who flew, by state; nobody unless it left
 * @param legs the places on the journey at which it landed, but for the start
 * @param answers to gates, the oldest first
 */
public record FlightFacts(
        OperationReference reference,
        FlightType kind,
        ZonedDateTime departure,
        OperationFate fate,
        List<Aboard> aboard,
        List<Integer> legs,
        List<Owed> reports,
        List<Ordered> orders,
        List<Said> answers,
        List<Left> left,
        List<Suspended> suspensions) {

    /**
     * A state's people who flew.
     *
     * @param stop where they boarded
     * @param goingBack who were to fly back, as said when the others were handed over
     * @param landed who came back; nothing until they were counted
     */
    public record Aboard(
            Party party,
            int stop,
            Seats seats,
            int destinationEscorts,
            int handedOver,
            int goingBack,
            @Nullable Integer landed,
            int missing) {}

    /** A monitor's report that is owed; nothing is covered until it is in. */
    public record Owed(Instant due, @Nullable Instant delivered, Set<Phase> covers) {

        public Owed {
            covers = Set.copyOf(covers);
        }
    }

    /** A stop that somebody has ordered. */
    public record Ordered(boolean wholeFlight, Cause cause, boolean lifted) {}

    /** An answer to a gate. */
    public record Said(Question question, Verdict verdict, Instant at) {

        boolean isStop() {
            return verdict == Verdict.STOP;
        }
    }

    /** People who left the list. */
    public record Left(Party party, GatePoint point, Cause cause, int persons) {}

    /** A time when the flight was suspended. */
    public record Suspended(boolean resumed) {}

    /** Whom an answer is about. */
    private record Subject(Party party, Gate gate) {}

    public FlightFacts {
        aboard = List.copyOf(aboard);
        legs = List.copyOf(legs);
        reports = List.copyOf(reports);
        orders = List.copyOf(orders);
        answers = List.copyOf(answers);
        left = List.copyOf(left);
        suspensions = List.copyOf(suspensions);
    }

    /** Staff stays on the aircraft to the end: a leg is watched if a monitor has boarded before it. */
    boolean isWatched(int leg) {
        return aboard.stream()
                .anyMatch(state -> state.stop() < leg && state.seats().monitors() > 0);
    }

    /** Of the state's people, those who left the aircraft at a stop-over, not to be handed over. */
    int leftOnTheWay(Party party) {
        return left.stream()
                .filter(off -> off.party().equals(party) && off.point() == GatePoint.STOPOVER)
                .mapToInt(Left::persons)
                .sum();
    }

    /** Whether the gate was confirmed for the same state after that stop. */
    boolean isLifted(Said stop) {
        return answers.subList(answers.indexOf(stop) + 1, answers.size()).stream()
                .anyMatch(later -> !later.isStop() && subject(later).equals(subject(stop)));
    }

    /** The first answer to each question that a day or the departure ends; later ones are asked anew. */
    List<Said> firstAnswers() {
        Map<Question, Said> first = new HashMap<>();
        answers.stream()
                .filter(said -> said.question().point().isOfCountDown()
                        || said.question().point() == GatePoint.BOARDING)
                .forEach(said -> first.putIfAbsent(said.question(), said));
        return List.copyOf(first.values());
    }

    boolean isLate(Said said) {
        return !said.at().isBefore(said.question().point().dueAt(departure));
    }

    private static Subject subject(Said said) {
        return new Subject(said.question().party(), said.question().gate());
    }
}
