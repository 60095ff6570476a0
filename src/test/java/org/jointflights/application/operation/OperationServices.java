package org.jointflights.application.operation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.GateReplies.Reply;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.operation.FlightToTirana;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.jspecify.annotations.Nullable;

/**
 * The services of an operation that has been opened. The British organise it and board with the Belgians in London, the
 * French in Lille; the Belgians leave in Pristina, the others in Tirana.
 */
public final class OperationServices {

    static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    static final Party BE = new Party("BE");
    static final Party FR = new Party("FR");
    static final Party GB = new Party("GB");
    static final int LONDON = 0;
    static final int LILLE = 1;
    static final int PRISTINA = 2;
    static final int TIRANA = 3;

    /** Ten people to be returned and eight of staff, of each state. */
    static final Seats SEATS = new Seats(10, 4, 1, 1, 1, 1);

    public final InMemoryOperationRuns runs = new InMemoryOperationRuns();
    public final InMemoryGateAnswers answers = new InMemoryGateAnswers(runs);
    public final InMemoryHeadCounts counts = new InMemoryHeadCounts(runs);
    public final AnswerGates gates;
    public final ReadFlownSeats flown;

    final InMemoryPorts ports;
    final CountHeads heads;
    final RecordProgress progress;

    /** Over these ports, with no flight yet. */
    public OperationServices(InMemoryPorts ports) {
        this.ports = ports;
        ReadSafeguards situation =
                new ReadSafeguards(ports.flights, ports.participations, answers, counts, ports.clock);
        gates = new AnswerGates(
                situation, ports.flights, answers, counts, ports.writeTrail, ports.notices, ports.user, ports.clock);
        heads = new CountHeads(situation, counts, ports.writeTrail, ports.user, ports.clock);
        progress = new RecordProgress(situation, ports.flights, runs, ports.writeTrail, ports.clock);
        flown = new ReadFlownSeats(counts, ports.participations, runs);
    }

    OperationServices() {
        this(new InMemoryPorts());
        ports.flights.add(FlightToTirana.since(REFERENCE, now()));
        put(BE, Status.COMMITTED, "STN", "PRN");
        put(FR, Status.COMMITTED, "LIL", null);
        put(GB, Status.COMMITTED, "STN", "TIA");
        progress.open(REFERENCE);
    }

    Instant now() {
        return ports.clock.instant();
    }

    /** Somebody of that group acts from now on, for example frlegal of FRlegal. */
    void as(String group) {
        ports.user.is(group.toLowerCase(Locale.ROOT), group);
    }

    void put(Party party, Status status, String embarkation, String handOver) {
        ports.participations.put(
                new Participation(REFERENCE, party, status, SEATS, embarkation, handOver, null, now(), null));
    }

    static GateReplies confirming(List<Question> questions) {
        return says(
                questions.stream()
                        .map(question -> new Reply(question.gate(), Verdict.CONFIRMED, null))
                        .toList(),
                null);
    }

    /** Everything is confirmed that is asked until everybody has boarded in London. */
    void confirmUntilLondon() {
        GatePoint.countDown().forEach(this::confirm);
        confirmBeforeLeaving(LONDON);
    }

    void confirm(GatePoint point) {
        byGroup(gates.openAt(REFERENCE, point))
                .forEach((group, questions) -> gates.answerAt(REFERENCE, point, group, confirming(questions)));
    }

    void confirmBeforeLeaving(int stop) {
        byGroup(gates.openBeforeLeaving(REFERENCE, stop))
                .forEach(
                        (group, questions) -> gates.answerBeforeLeaving(REFERENCE, stop, group, confirming(questions)));
    }

    void confirmLastCall(Party party) {
        byGroup(gates.openAtLastCall(REFERENCE, party))
                .forEach((group, questions) -> gates.answerLastCall(REFERENCE, group, confirming(questions)));
    }

    /** Everybody whom the state has committed is on board. */
    void countAll(Party party, int stop) {
        heads.countAboard(REFERENCE, party, stop, SEATS, null);
    }

    /** All have boarded in London and Lille and have landed in Pristina. */
    void flyToPristina() {
        confirmUntilLondon();
        countAll(BE, LONDON);
        countAll(GB, LONDON);
        progress.depart(REFERENCE);
        confirmBeforeLeaving(LILLE);
        countAll(FR, LILLE);
        confirmBeforeLeaving(PRISTINA);
    }

    private static Map<AnsweringGroup, List<Question>> byGroup(List<Question> questions) {
        return questions.stream().collect(Collectors.groupingBy(AnsweringGroup::to));
    }

    /** What somebody says who has all gates on the form. */
    static GateReplies says(List<Reply> replies, @Nullable Leavers leavers) {
        return new GateReplies(EnumSet.allOf(Gate.class), replies, leavers);
    }
}
