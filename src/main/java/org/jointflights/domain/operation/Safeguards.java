package org.jointflights.domain.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jointflights.domain.Party;

/**
 * What a flight's gates say at this moment. A gate that is not confirmed is not passed: unanswered, stopped,
 * confirmed too long ago, asked of nobody and not counted all mean no.
 *
 * @param answers all of this operation, the oldest first
 * @param counted the states whose people aboard have been counted
 * @param now what the age of an answer is measured by
 */
public record Safeguards(Journey journey, List<GateAnswer> answers, Set<Party> counted, Instant now) {

    private record Subject(Party party, Gate gate) {}

    public Safeguards {
        answers = List.copyOf(answers);
        counted = Set.copyOf(counted);
    }

    /** What is asked at a point before the departure. */
    public List<Question> askedAt(GatePoint point) {
        return Stream.concat(
                        journey.passages().stream().flatMap(passage -> ofParty(passage, point, 0)), ofFlight(point))
                .toList();
    }

    /** What is asked where the aircraft stands, before it may leave: of those who board, and again of those aboard. */
    public List<Question> askedBeforeLeaving(int stop) {
        List<Question> questions = new ArrayList<>();
        for (Passage passage : journey.passages()) {
            if (passage.boardsAt() == stop) {
                ofParty(passage, GatePoint.BOARDING, stop).forEach(questions::add);
            } else if (passage.isAboardAt(stop)) {
                ofParty(passage, GatePoint.STOPOVER, stop).forEach(questions::add);
            }
        }
        if (stop == 0) {
            ofFlight(GatePoint.BOARDING).forEach(questions::add);
        }
        return List.copyOf(questions);
    }

    /** What is asked after landing, before the state's people leave the aircraft. */
    public List<Question> askedBeforeHandOver(Party party) {
        return journey.passageOf(party)
                .map(passage -> ofParty(passage, GatePoint.LAST_CALL, passage.leavesAt())
                        .toList())
                .orElse(List.of());
    }

    /** Whether the state's people may go on board. */
    public Clearance mayBoard(Party party) {
        return journey.passageOf(party)
                .map(passage -> clearance(untilBoarded(passage), List.of(passage)))
                .orElseGet(() -> nobody(party));
    }

    /** Whether the aircraft may leave the stop, 0 being the start. */
    public Clearance mayDepart(int stop) {
        List<Passage> flyingOn = journey.passages().stream()
                .filter(passage -> passage.leavesAt() > stop)
                .toList();
        if (flyingOn.isEmpty()) {
            return nobody(journey.organiser());
        }
        List<Question> due = new ArrayList<>(countDownOfFlight());
        for (Passage passage : flyingOn) {
            due.addAll(passage.boardsAt() <= stop ? untilBoarded(passage) : countDown(passage));
            due.addAll(stopovers(passage, stop));
        }
        Clearance gates = clearance(due, flyingOn);
        return new Clearance(
                gates.unanswered(),
                gates.stops(),
                uncounted(flyingOn.stream().filter(passage -> passage.boardsAt() <= stop)));
    }

    /** Whether the state's people may be handed over where they leave the aircraft. */
    public Clearance mayHandOver(Party party) {
        return journey.passageOf(party).map(this::mayHandOver).orElseGet(() -> nobody(party));
    }

    private Clearance mayHandOver(Passage passage) {
        List<Question> due = new ArrayList<>(untilBoarded(passage));
        due.addAll(stopovers(passage, passage.leavesAt()));
        due.addAll(askedBeforeHandOver(passage.party()));
        Clearance gates = clearance(due, List.of(passage));
        return new Clearance(gates.unanswered(), gates.stops(), uncounted(Stream.of(passage)));
    }

    /**
     * What was confirmed before the aircraft may leave the stop, but too long ago: it is asked again there. Where people leave
     * the aircraft it is not weighed: the last call was answered after the landing, and nobody could make it young again.
     */
    public List<Question> grownOld(int stop) {
        return askedBeforeLeaving(stop).stream().filter(this::isStale).toList();
    }

    /** The last answer of a state to a gate decides whether that gate is stopped, whenever it was asked. */
    public List<GateAnswer> openStops() {
        Map<Subject, GateAnswer> last = new LinkedHashMap<>();
        for (GateAnswer answer : answers) {
            last.put(new Subject(answer.question().party(), answer.question().gate()), answer);
        }
        return last.values().stream().filter(GateAnswer::isStop).toList();
    }

    /** Only if the last thing said to this very question is a confirmation. */
    public boolean isConfirmed(Question question) {
        boolean confirmed = false;
        for (GateAnswer answer : answers) {
            if (answer.question().equals(question)) {
                confirmed = !answer.isStop();
            }
        }
        return confirmed;
    }

    /** Whether it was confirmed, the last time too long ago. */
    public boolean isStale(Question question) {
        return answers.stream()
                .filter(answer -> answer.question().equals(question) && !answer.isStop())
                .map(GateAnswer::at)
                .max(Comparator.naturalOrder())
                .filter(confirmed -> question.gate().isStale(confirmed, now))
                .isPresent();
    }

    private Clearance clearance(List<Question> due, List<Passage> passages) {
        return new Clearance(
                due.stream().filter(Predicate.not(this::isConfirmed)).toList(),
                openStops().stream()
                        .filter(stop -> passages.stream().anyMatch(passage -> concerns(stop, passage)))
                        .toList(),
                List.of());
    }

    /** A stop for the flight concerns everybody. */
    private static boolean concerns(GateAnswer stop, Passage passage) {
        return stop.question().gate().answerer().isForFlight()
                || stop.question().party().equals(passage.party());
    }

    private List<Question> untilBoarded(Passage passage) {
        List<Question> due = new ArrayList<>(countDownOfFlight());
        ofFlight(GatePoint.BOARDING).forEach(due::add);
        due.addAll(countDown(passage));
        ofParty(passage, GatePoint.BOARDING, passage.boardsAt()).forEach(due::add);
        return due;
    }

    private List<Question> countDown(Passage passage) {
        return GatePoint.countDown().stream()
                .flatMap(point -> ofParty(passage, point, 0))
                .toList();
    }

    private List<Question> countDownOfFlight() {
        return GatePoint.countDown().stream().flatMap(this::ofFlight).toList();
    }

    private List<Question> stopovers(Passage passage, int upTo) {
        return journey.stops().stream()
                .filter(stop -> stop <= upTo && passage.isAboardAt(stop))
                .flatMap(stop -> ofParty(passage, GatePoint.STOPOVER, stop))
                .toList();
    }

    private List<Party> uncounted(Stream<Passage> passages) {
        return passages.map(Passage::party)
                .filter(party -> !counted.contains(party))
                .toList();
    }

    private static Clearance nobody(Party party) {
        return new Clearance(List.of(), List.of(), List.of(party));
    }

    private static Stream<Question> ofParty(Passage passage, GatePoint point, int stop) {
        return gates(point, false)
                .filter(gate -> passage.hasReturnees())
                .map(gate -> new Question(passage.party(), gate, point, stop));
    }

    private Stream<Question> ofFlight(GatePoint point) {
        return gates(point, true).map(gate -> new Question(journey.organiser(), gate, point, 0));
    }

    private static Stream<Gate> gates(GatePoint point, boolean forFlight) {
        return Stream.of(Gate.values())
                .filter(gate -> gate.isAskedAt(point) && gate.answerer().isForFlight() == forFlight);
    }
}
