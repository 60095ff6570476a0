package org.jointflights.application.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.GateReplies.Reply;
import org.jointflights.application.people.Parties;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.FlightToTirana;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.domain.operation.TestEvidence;
import org.jointflights.process.operation.GatesByTable;
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

    private static final Parties PARTIES = new Parties() {
        @Override
        public List<Member> all() {
            return List.of(new Member(GB, "Home Office", Instant.EPOCH));
        }

        @Override
        public boolean contains(Party party) {
            return party.equals(GB);
        }

        @Override
        public void add(Member member) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void correct(Party party, String authority) {
            throw new UnsupportedOperationException();
        }
    };

    public final InMemoryOperationRuns runs = new InMemoryOperationRuns();
    public final InMemoryGateRules rules = new InMemoryGateRules();
    public final InMemoryGateAnswers answers = new InMemoryGateAnswers(runs);
    public final InMemoryHeadCounts counts = new InMemoryHeadCounts(runs);
    public final ReadLegs legs;
    public final InMemoryRestraints restraints = new InMemoryRestraints();
    public final AnswerGates gates;
    public final ReadFlownSeats flown;

    final InMemoryPorts ports;
    final ReadSafeguards situation;

    /** The restraints whose reviews are asked for. */
    public final List<Restraint> begun = new ArrayList<>();

    final CheckEvidence evidence;
    final CountHeads heads;
    final CountRestrained restrained;
    final RecordProgress progress;
    final ExpectLanding expected;
    final RecordLanding landings;
    public final InMemoryLegTimes times = new InMemoryLegTimes(runs);

    /** Over these ports, with no flight yet. */
    public OperationServices(InMemoryPorts ports) {
        this.ports = ports;
        situation = new ReadSafeguards(
                ports.flights,
                ports.participations,
                rules,
                answers,
                ports.stopOrders,
                counts,
                new ReadCircumstances(counts, ports.permits, runs, restraints, times, new FindAirports()),
                ports.clock);
        FindAirports airports = new FindAirports();
        GateTable table = new GatesByTable();
        evidence = new CheckEvidence(situation, ports.flights, table, PARTIES, ports.clock);
        gates = new AnswerGates(
                situation, evidence, answers, counts, ports.writeTrail, ports.notices, ports.user, ports.clock);
        restrained = new CountRestrained(
                situation, counts, restraints, begun::add, ports.writeTrail, ports.user, ports.clock);
        heads = new CountHeads(situation, counts, ports.writeTrail, ports.notices, ports.user, ports.clock);
        progress = new RecordProgress(situation, ports.flights, runs, table, rules, ports.writeTrail, ports.clock);
        expected = new ExpectLanding(situation, times, airports, ports.clock);
        landings = new RecordLanding(
                situation, runs, times, airports, ports.writeTrail, ports.notices, ports.user, ports.clock);
        legs = new ReadLegs(ports.flights, situation, times);
        flown = new ReadFlownSeats(counts, ports.participations, runs);
    }

    OperationServices() {
        this(new InMemoryPorts());
        ports.flights.add(FlightToTirana.since(REFERENCE, now()));
        FlightToTirana.landingPermits(REFERENCE, LocalDate.of(2027, 4, 20)).forEach(ports.permits::put);
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

    /** The same person does not answer these and the others. */
    private static final Set<Gate> OF_PROTECTION = EnumSet.of(Gate.NON_REFOULEMENT, Gate.VULNERABLE_PEOPLE);

    /** A confirmation with what belongs to it: ten decisions of each state on one list, notices that have run. */
    Reply confirmed(Question question) {
        return new Reply(question.gate(), Verdict.CONFIRMED, null, evidence(question));
    }

    /** A confirmation of this moment, whatever would refuse it. */
    GateAnswer confirmedBy(Question question, Evidence with, String person) {
        return new GateAnswer(REFERENCE, question, Verdict.CONFIRMED, null, with, person, now());
    }

    private Evidence evidence(Question question) {
        int all = SEATS.returnees() * ports.participations.of(REFERENCE).size();
        return TestEvidence.of(question, SEATS.returnees(), all, LocalDate.ofInstant(now(), ZoneOffset.UTC));
    }

    /** Everything is confirmed that is asked until everybody has boarded in London. */
    void confirmUntilLondon() {
        GatePoint.countDown().forEach(this::confirm);
        confirmBeforeLeaving(LONDON);
    }

    void confirm(GatePoint point) {
        confirm(gates.openAt(REFERENCE, point), (group, replies) -> gates.answerAt(REFERENCE, point, group, replies));
    }

    void confirmBeforeLeaving(int stop) {
        confirm(
                gates.openBeforeLeaving(REFERENCE, stop),
                (group, replies) -> gates.answerBeforeLeaving(REFERENCE, stop, group, replies));
    }

    void confirmLastCall(Party party) {
        int stop = party.equals(BE) ? PRISTINA : TIRANA;
        confirm(
                gates.openAtLastCall(REFERENCE, List.of(party)),
                (group, replies) -> gates.answerLastCall(REFERENCE, stop, group, replies));
    }

    /** Two people of each group, of whom one looks at the decisions and the other at what protects people. */
    private void confirm(List<Question> questions, BiConsumer<AnsweringGroup, GateReplies> answer) {
        String actor = ports.user.id();
        Map<AnsweringGroup, List<Question>> byGroup = questions.stream()
                .collect(Collectors.groupingBy(
                        question ->
                                AnsweringGroup.to(question, rules.of(REFERENCE).orElseThrow()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byGroup.forEach((group, asked) -> asked.stream()
                .collect(Collectors.partitioningBy(question -> OF_PROTECTION.contains(question.gate())))
                .forEach((protection, own) -> {
                    if (!own.isEmpty()) {
                        ports.user.is(group.group().toLowerCase(Locale.ROOT) + (protection ? "2" : "1"), group.group());
                        answer.accept(
                                group,
                                new GateReplies(
                                        own.stream().map(Question::gate).collect(Collectors.toSet()),
                                        own.stream()
                                                .map(Question::gate)
                                                .distinct()
                                                .map(gate -> confirmed(own.stream()
                                                        .filter(question -> question.gate() == gate)
                                                        .findFirst()
                                                        .orElseThrow()))
                                                .toList(),
                                        null));
                    }
                }));
        ports.user.is(actor, "");
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

    /** What somebody says who has all gates on the form. */
    static GateReplies says(List<Reply> replies, @Nullable Leavers leavers) {
        return new GateReplies(EnumSet.allOf(Gate.class), replies, leavers);
    }
}
