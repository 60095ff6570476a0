package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.process.operation.GatesByTable;
import org.jspecify.annotations.Nullable;

/** One flight of {@link RandomWalksTest}; it throws {@link AssertionError} where a step was taken that may not be taken. */
final class RandomWalk {

    /** What happened, to see that the walks come everywhere. */
    enum Event {
        BOARDED,
        LEFT,
        HANDED_OVER,
        HELD_BACK,
        STOPPED,
        LIFTED,
        WRONG_PERSON,
        SUSPENDED,
        POSTPONED,
        DIVERTED
    }

    private static final int STEPS = 60;
    private static final int NOTICE = 5;
    private static final Duration A_DAY = Duration.ofHours(24);

    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Party GB = new Party("GB");
    private static final Party FR = new Party("FR");
    private static final Party BE = new Party("BE");
    private static final List<Party> STATES = List.of(BE, FR, GB);
    private static final GateRules RULES = GatesByTable.on(LocalDate.of(2027, 4, 20));
    private static final Seats COMMITTED = new Seats(10, 10, 1, 1, 1, 0);
    private static final List<Participation> PARTS =
            List.of(state(BE, "STN", "PRN"), state(FR, "LIL", null), state(GB, "STN", "TIA"));

    private static Participation state(Party party, String embarkation, @Nullable String handOver) {
        return new Participation(
                REFERENCE, party, Status.COMMITTED, COMMITTED, embarkation, handOver, null, Instant.EPOCH, null);
    }

    private static final Map<Gate, Set<Gate>> APART = new EnumMap<>(Gate.class);

    static {
        for (GateRule row : RULES.rows()) {
            for (Gate other : row.apartFrom()) {
                APART.computeIfAbsent(row.gate(), none -> EnumSet.noneOf(Gate.class))
                        .add(other);
                APART.computeIfAbsent(other, none -> EnumSet.noneOf(Gate.class)).add(row.gate());
            }
        }
    }

    private record Subject(Party party, Gate gate) {}

    private final int number;
    private final Random random;
    private final Map<Event, Integer> seen = new EnumMap<>(Event.class);

    private Flight flight = FlightToTirana.since(REFERENCE, Instant.EPOCH);
    private final List<Diversion> diversions = new ArrayList<>();
    private final List<GateAnswer> answers = new ArrayList<>();
    private final List<StopOrder> orders = new ArrayList<>();
    private final Map<Party, Seats> aboard = new TreeMap<>();
    private final Set<Party> gone = new HashSet<>();
    private Instant now = Instant.parse("2027-04-20T06:00:00Z");
    private int stop;
    private boolean over;
    private Journey journey = Journey.of(flight, PARTS);
    private @Nullable Safeguards known;

    RandomWalk(long seed, int number) {
        this.number = number;
        this.random = new Random(seed + number * 7919L);
    }

    /** Three of four walks begin with everything confirmed until boarding, so that they come far. */
    Map<Event, Integer> walk() {
        if (random.nextInt(4) > 0) {
            confirmCountDown();
        }
        for (int step = 0; step < STEPS && !over; step++) {
            step();
        }
        require(over || leadsOn(), "ends at stop %d without a way on", stop);
        return seen;
    }

    private void confirmCountDown() {
        Safeguards blank = safeguards();
        GatePoint.countDown().stream()
                .flatMap(point -> blank.askedAt(point).stream())
                .forEach(question -> say(question, Verdict.CONFIRMED, twoLegal(question)));
    }

    /** Of two legal verifiers one looks at decisions, the other at what protects people. */
    private static String twoLegal(Question question) {
        return switch (question.gate()) {
            case NON_REFOULEMENT, VULNERABLE_PEOPLE -> "second";
            case RETURN_DECISION_SEEN_TWICE, RETURN_DECISION_CHECKED_BY_FRONTEX -> "third";
            default -> "first";
        };
    }

    /** Read anew when anything was said, ordered or counted, or time has passed. */
    private Safeguards safeguards() {
        Safeguards read = known;
        if (read == null) {
            read = new Safeguards(
                    journey, RULES, answers, orders, Set.of(), aboard, FlightToTirana.LANDING_ALLOWED, now);
            known = read;
        }
        return read;
    }

    private void changed() {
        known = null;
    }

    private void pass(Duration time) {
        now = now.plus(time);
        changed();
    }

    private void saw(Event event) {
        seen.merge(event, 1, Integer::sum);
    }

    private void step() {
        switch (random.nextInt(22)) {
            case 0 -> pass(Duration.ofMinutes(random.nextInt(60)));
            case 1 -> pass(Duration.ofHours(random.nextInt(5)));
            case 2 -> pass(Duration.ofHours(random.nextInt(4) == 0 ? 20 : 1));
            case 3 -> {
                if (random.nextInt(3) == 0) {
                    order();
                }
            }
            case 4, 5 -> lift();
            case 6 -> stopGate();
            case 7, 8, 9, 10, 11, 12 -> everybodyAnswers();
            case 13, 14 -> board();
            case 15, 16, 17 -> leave();
            case 18 -> suspendOrResume();
            case 19 -> {
                if (random.nextInt(3) == 0) {
                    postpone();
                }
            }
            default -> handOver();
        }
    }

    private List<Question> asked() {
        Safeguards here = safeguards();
        List<Question> asked = new ArrayList<>(here.askedBeforeLeaving(stop));
        for (Party party : STATES) {
            if (passage(party).leavesAt() == stop && !gone.contains(party)) {
                asked.addAll(here.askedBeforeHandOver(party));
            }
        }
        return asked;
    }

    /** Some are silent, some may not, and whoever is stopped cannot be confirmed. */
    private void everybodyAnswers() {
        if (flight.isSuspended()) {
            return;
        }
        int silent = random.nextInt(3) == 0 ? 3 : 40;
        Safeguards here = safeguards();
        Set<Question> asked = new LinkedHashSet<>(asked());
        if (stop == 0 && random.nextInt(3) == 0) {
            // What the days before the departure have left open.
            GatePoint.countDown().stream()
                    .flatMap(point -> here.askedUntil(point).stream())
                    .filter(question -> !here.isConfirmed(question))
                    .forEach(asked::add);
        }
        Map<String, List<Question>> sheets = new TreeMap<>();
        for (Question question : asked) {
            boolean asks = !here.isConfirmed(question) || here.isStale(question) || random.nextInt(8) == 0;
            if (asks && random.nextInt(silent) != 0) {
                String person = random.nextInt(20) == 0 ? "first" : twoLegal(question);
                sheets.computeIfAbsent(person, nothing -> new ArrayList<>()).add(question);
            }
        }
        sheets.forEach(this::confirm);
        pass(Duration.ofMinutes(1));
    }

    /** Now and then by somebody who has answered the gate beside it, before or on the same sheet, or who has stopped it. */
    private void confirm(String person, List<Question> sheet) {
        Safeguards here = safeguards();
        List<Question> together = new ArrayList<>();
        for (Question question : sheet) {
            boolean refuse = mayNotConfirm(question, person, together);
            try {
                here.requireMayConfirm(question, person, false, together);
            } catch (Conflict | NotYours refused) {
                require(refuse, "refuses %s to %s", question, person);
                saw(Event.WRONG_PERSON);
                continue;
            }
            require(!refuse, "lets %s confirm %s", person, question);
            together.add(question);
        }
        together.forEach(question -> say(question, Verdict.CONFIRMED, person));
    }

    private boolean mayNotConfirm(Question question, String person, List<Question> together) {
        for (Question other : together) {
            if (other.party().equals(question.party()) && areApart(other.gate(), question.gate())) {
                return true;
            }
        }
        for (StopOrder order : orders) {
            boolean about = order.party() == null
                    || (!question.gate().isForFlight() && question.party().equals(order.party()));
            if (order.isOpen() && about) {
                return true;
            }
        }
        GateAnswer last = null;
        for (GateAnswer answer : answers) {
            Question other = answer.question();
            if (!other.party().equals(question.party())) {
                continue;
            }
            if (other.gate() == question.gate()) {
                last = answer;
            }
            if (!answer.isStop() && answer.by().equals(person) && areApart(other.gate(), question.gate())) {
                return true;
            }
        }
        return last != null && last.isStop() && last.by().equals(person);
    }

    private static boolean areApart(Gate one, Gate other) {
        return APART.getOrDefault(one, Set.of()).contains(other);
    }

    private void stopGate() {
        List<Question> asked = random.nextInt(3) == 0 ? asked() : List.of();
        if (!asked.isEmpty()) {
            say(asked.get(random.nextInt(asked.size())), Verdict.STOP, random.nextBoolean() ? "stopper" : "first");
        }
    }

    private void say(Question question, Verdict verdict, String person) {
        Evidence evidence = question.gate() == Gate.NOTICE_AND_LAWYER && verdict == Verdict.CONFIRMED
                ? Evidence.service(
                        now.atZone(flight.departure().getZone())
                                .toLocalDate()
                                .minusDays(random.nextInt(8) == 0 ? 3 : 10),
                        NOTICE,
                        3)
                : Evidence.NONE;
        answers.add(new GateAnswer(
                REFERENCE, question, verdict, verdict == Verdict.STOP ? "something" : null, evidence, person, now));
        changed();
    }

    private void order() {
        Party whom = random.nextInt(4) == 0 ? null : STATES.get(random.nextInt(STATES.size()));
        orders.add(
                new StopOrder(REFERENCE, orders.size() + 1, whom, Cause.COURT, "", "somebody", "FRlegal", now, null));
        changed();
        saw(Event.STOPPED);
    }

    /** Tried by whoever may not, too. */
    private void lift() {
        for (StopOrder order : orders) {
            if (!order.isOpen()) {
                continue;
            }
            boolean same = random.nextInt(4) == 0;
            boolean colleague = random.nextInt(4) == 0;
            try {
                StopOrder lifted = order.lifted(
                        same ? "somebody" : "another", Set.of(colleague ? "FRlegal" : "GBlegal"), "seen", now);
                require(!same && !colleague, "lets the same person or group lift stop %d", order.number());
                orders.set(order.number() - 1, lifted);
                saw(Event.LIFTED);
                pass(Duration.ofMinutes(1));
            } catch (NotYours refused) {
                saw(Event.WRONG_PERSON);
            }
            return;
        }
    }

    private void suspendOrResume() {
        if (flight.isSuspended()) {
            flight = flight.resumed();
        } else if (random.nextInt(3) == 0) {
            flight = flight.suspended("a report");
            saw(Event.SUSPENDED);
        }
    }

    /** The operation is called back and opens anew: what was said for the day before does not count. */
    private void postpone() {
        if (stop > 0) {
            return;
        }
        ZonedDateTime later = flight.departure().plusDays(1L + random.nextInt(10));
        if (!later.toInstant().isAfter(now)) {
            return;
        }
        flight = flight.postponedTo(later, now);
        journey = Journey.of(flight, PARTS);
        answers.clear();
        aboard.clear();
        changed();
        saw(Event.POSTPONED);
        if (random.nextInt(4) > 0) {
            now = flight.departure().minusHours(3).toInstant().isAfter(now)
                    ? flight.departure().minusHours(3).toInstant()
                    : now;
            changed();
            confirmCountDown();
        }
    }

    private void board() {
        if (flight.isSuspended()) {
            return;
        }
        for (Party party : STATES) {
            if (passage(party).boardsAt() == stop
                    && !aboard.containsKey(party)
                    && safeguards().mayBoard(party).isGiven()) {
                requireMet(untilBoarded(party), List.of(party), "boards");
                aboard.put(party, random.nextInt(6) == 0 ? withoutSomebody() : COMMITTED);
                changed();
                saw(Event.BOARDED);
            }
        }
    }

    private Seats withoutSomebody() {
        return switch (random.nextInt(3)) {
            case 0 -> new Seats(10, 0, 1, 1, 1, 1);
            case 1 -> new Seats(10, 10, 0, 0, 0, 0);
            default -> new Seats(10, 10, 0, 1, 1, 0);
        };
    }

    private void leave() {
        if (stop == journey.lastStop() || flight.isSuspended()) {
            return;
        }
        if (!safeguards().mayDepart(stop).isGiven()) {
            saw(Event.HELD_BACK);
            return;
        }
        List<Party> flying = new ArrayList<>();
        List<Question> due = new ArrayList<>();
        for (Party party : STATES) {
            if (passage(party).leavesAt() > stop) {
                flying.add(party);
                due.addAll(passage(party).boardsAt() <= stop ? untilBoarded(party) : countDown(party));
                for (int k = 1; k <= stop; k++) {
                    due.addAll(stopover(party, k));
                }
                require(
                        passage(party).boardsAt() > stop || aboard.containsKey(party),
                        "leaves with %s uncounted",
                        party);
                requireNoticeIsOver(party);
            }
        }
        requireMet(due, flying, "leaves");
        requireCrew();
        require(
                stop > 0 || !now.isAfter(flight.departure().toInstant().plus(A_DAY)),
                "leaves more than a day after its day");
        stop++;
        saw(Event.LEFT);
        pass(Duration.ofHours(1));
        if (random.nextInt(5) == 0 && diversions.size() < 3) {
            diversions.add(new Diversion(REFERENCE, stop, "ATH", 500, "fog", "somebody", now));
            journey = Journey.of(flight, PARTS, diversions);
            changed();
            saw(Event.DIVERTED);
        }
    }

    private void requireNoticeIsOver(Party party) {
        Evidence notice = Evidence.NONE;
        for (GateAnswer answer : answers) {
            Question question = answer.question();
            if (question.gate() == Gate.NOTICE_AND_LAWYER
                    && question.party().equals(party)
                    && !answer.isStop()
                    && !isVoid(answer)) {
                notice = answer.evidence();
            }
        }
        LocalDate served = Objects.requireNonNull(notice.day());
        ZonedDateTime end = Deadlines.plusWorkingDays(
                        served.atStartOfDay(flight.departure().getZone()), NOTICE)
                .plusDays(1);
        require(!now.isBefore(end.toInstant()), "leaves while the notice of %s still runs", party);
    }

    /** Staff stays on the aircraft to the end; of the people those who have not been handed over. */
    private void requireCrew() {
        int people = 0;
        int doctors = 0;
        int interpreters = 0;
        int monitors = 0;
        for (Party party : STATES) {
            Seats seats = aboard.get(party);
            if (seats == null || passage(party).boardsAt() > stop) {
                continue;
            }
            doctors += seats.medical();
            interpreters += seats.interpreters();
            monitors += seats.monitors();
            if (passage(party).leavesAt() > stop) {
                people += seats.returnees();
                require(
                        seats.returnees() == 0 || seats.escorts() > 0 || seats.others() >= 2,
                        "leaves with nobody who escorts the people of %s",
                        party);
            }
        }
        require(
                people == 0 || (doctors > 0 && interpreters > 0 && monitors > 0),
                "leaves with %d people, %d doctors, %d interpreters and %d monitors",
                people,
                doctors,
                interpreters,
                monitors);
    }

    private void handOver() {
        if (flight.isSuspended()) {
            return;
        }
        for (Party party : STATES) {
            if (passage(party).leavesAt() == stop
                    && !gone.contains(party)
                    && safeguards().mayHandOver(party).isGiven()) {
                List<Question> due = new ArrayList<>(untilBoarded(party));
                for (int k = 1; k < stop; k++) {
                    due.addAll(stopover(party, k));
                }
                due.addAll(rows(party, GatePoint.LAST_CALL, stop));
                requireMet(due, List.of(party), "is handed over");
                gone.add(party);
                saw(Event.HANDED_OVER);
                // Who was not handed over where they were to leave flies back.
                over = stop == journey.lastStop() && gone.containsAll(List.of(FR, GB));
            }
        }
    }

    /** The record read a second time, answer by answer, without {@link Safeguards}. */
    private void requireMet(List<Question> due, List<Party> whom, String what) {
        require(!flight.isSuspended(), "%s %s while suspended", whom, what);
        for (StopOrder order : orders) {
            boolean concerned = order.party() == null || whom.contains(order.party());
            require(!order.isOpen() || !concerned, "%s %s past stop %d", whom, what, order.number());
        }
        Map<Question, GateAnswer> last = new HashMap<>();
        Map<Subject, GateAnswer> confirmed = new HashMap<>();
        Map<Subject, GateAnswer> ofGate = new HashMap<>();
        for (GateAnswer answer : answers) {
            Question question = answer.question();
            Subject subject = new Subject(question.party(), question.gate());
            ofGate.put(subject, answer);
            if (!isVoid(answer)) {
                last.put(question, answer);
                if (!answer.isStop()) {
                    confirmed.put(subject, answer);
                }
            }
        }
        for (Question question : due) {
            Subject subject = new Subject(question.party(), question.gate());
            GateAnswer said = last.get(question);
            require(said != null && !said.isStop(), "%s %s without %s", whom, what, question);
            require(
                    !Objects.requireNonNull(ofGate.get(subject)).isStop(),
                    "%s %s while %s is stopped",
                    whom,
                    what,
                    question);
            Instant at = Objects.requireNonNull(confirmed.get(subject)).at();
            require(!now.isAfter(at.plus(fresh(question.gate()))), "%s %s with %s grown old", whom, what, question);
        }
    }

    private static Duration fresh(Gate gate) {
        for (GateRule row : RULES.rows()) {
            if (row.gate() == gate) {
                return Objects.requireNonNull(row.fresh());
            }
        }
        throw new AssertionError(gate + " is not in the table");
    }

    private boolean isVoid(GateAnswer answer) {
        Question question = answer.question();
        for (StopOrder order : orders) {
            StopOrder.Lift lift = order.lift();
            boolean about = order.party() == null
                    || (!question.gate().isForFlight() && question.party().equals(order.party()));
            if (lift != null && about && !answer.at().isAfter(lift.at())) {
                return true;
            }
        }
        return false;
    }

    private List<Question> untilBoarded(Party party) {
        List<Question> due = new ArrayList<>(countDown(party));
        for (GateRule row : RULES.rows()) {
            if (row.point() == GatePoint.BOARDING) {
                boolean forFlight = row.gate().isForFlight();
                due.add(new Question(
                        forFlight ? GB : party,
                        row.gate(),
                        row.point(),
                        forFlight ? 0 : passage(party).boardsAt()));
            }
        }
        return due;
    }

    private static List<Question> countDown(Party party) {
        List<Question> due = new ArrayList<>();
        for (GateRule row : RULES.rows()) {
            if (row.point().isOfCountDown()) {
                due.add(new Question(row.gate().isForFlight() ? GB : party, row.gate(), row.point(), 0));
            }
        }
        return due;
    }

    private List<Question> stopover(Party party, int k) {
        boolean aboardThere =
                passage(party).boardsAt() < k && k < passage(party).leavesAt();
        return aboardThere ? rows(party, GatePoint.STOPOVER, k) : List.of();
    }

    private static List<Question> rows(Party party, GatePoint point, int k) {
        List<Question> due = new ArrayList<>();
        for (GateRule row : RULES.rows()) {
            if (row.point() == point) {
                due.add(new Question(row.gate().isForFlight() ? GB : party, row.gate(), point, k));
            }
        }
        return due;
    }

    /** A task, a stop that can be lifted, people who can be counted or handed over, a new date, or a departure. */
    private boolean leadsOn() {
        Safeguards here = safeguards();
        for (Question question : asked()) {
            if (!here.isConfirmed(question) || here.isStale(question) || isStopped(question)) {
                return true;
            }
        }
        for (Party party : STATES) {
            if ((passage(party).boardsAt() == stop && !aboard.containsKey(party))
                    || (passage(party).leavesAt() == stop
                            && !gone.contains(party)
                            && here.mayHandOver(party).isGiven())) {
                return true;
            }
        }
        Clearance departure = here.mayDepart(stop);
        return flight.isSuspended()
                || orders.stream().anyMatch(StopOrder::isOpen)
                || !departure.against().isEmpty()
                || departure.isGiven()
                || countDownIsOpen(here);
    }

    private boolean isStopped(Question question) {
        return safeguards().openStops().stream()
                .anyMatch(stopped -> stopped.question().gate() == question.gate()
                        && stopped.question().party().equals(question.party()));
    }

    /** The tasks of the days before departure. */
    private static boolean countDownIsOpen(Safeguards here) {
        return GatePoint.countDown().stream()
                .flatMap(point -> here.askedUntil(point).stream())
                .anyMatch(question -> !here.isConfirmed(question));
    }

    private Passage passage(Party party) {
        return journey.passageOf(party).orElseThrow();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    private void require(boolean held, String what, Object... about) {
        if (!held) {
            throw new AssertionError("walk %d, ".formatted(number) + what.formatted(about));
        }
    }
}
