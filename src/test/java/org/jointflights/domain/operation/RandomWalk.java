package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.deadlines.WorkingDays;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.operation.Course.Open;
import org.jointflights.domain.operation.Course.Place;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.process.operation.GatesByTable;
import org.jspecify.annotations.Nullable;

/**
 * One flight at random, by a seed of its own: people answer, fall silent, come late, stop, lift, suspend, postpone, divert, leave
 * behind, end, and try what is not theirs. It is walked over the plain rules, and move by move in whichever {@link World}
 * besides. It throws {@link AssertionError}, with every step that led there, where a step was taken that may not be taken.
 */
public final class RandomWalk {

    /** What happened, to see that the walks come everywhere. */
    public enum Event {
        ANSWERED,
        BOARDED,
        LEFT,
        LANDED,
        HANDED_OVER,
        KEPT_ABOARD,
        CAME_BACK,
        OVER,
        REFUSED,
        HELD_BACK,
        STOPPED,
        GATE_STOPPED,
        LIFTED,
        WRONG_PERSON,
        SUSPENDED,
        RESUMED,
        POSTPONED,
        DIVERTED,
        TURNED_BACK,
        LEFT_BEHIND,
        ENDED,
        WITHDRAWN,
        ACKNOWLEDGED,
        TAKEN_OFF,
        EMPTIED,
        ABSENT,
        RESTRAINED,
        REVIEWED,
        RELEASED,
        NOT_IN_CUFFS,
        CANCELLED,
        AGAIN,
        CRASHED
    }

    private static final int FEWEST_STEPS = 15;
    private static final int MOST_STEPS = 30;
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final Party GB = new Party("GB");
    private static final Party FR = new Party("FR");
    private static final Party BE = new Party("BE");
    private static final Instant BEGIN = Instant.parse("2027-04-20T06:00:00Z");
    private static final ZonedDateTime DEPARTURE = ZonedDateTime.parse("2027-04-20T10:00:00+01:00[Europe/London]");
    private static final LocalDate DAY = LocalDate.of(2027, 4, 20);
    private static final GateRules RULES = GatesByTable.on(DAY);
    private static final Map<Party, Integer> NOTICE = Stream.of(BE, FR, GB)
            .collect(Collectors.toMap(party -> party, party -> new GatesByTable().noticeDays(DAY, party)));
    private static final Seats COMMITTED = new Seats(10, 10, 1, 1, 1, 1);
    private static final Set<Gate> OF_PROTECTION = EnumSet.of(Gate.NON_REFOULEMENT, Gate.VULNERABLE_PEOPLE);

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

    private record Refused(Move move) {}

    private record Subject(Party party, Gate gate) {}

    private final int number;
    private final Random random;
    private final World world;
    private final Map<Event, Integer> seen = new EnumMap<>(Event.class);
    private final List<Object> steps = new ArrayList<>();
    private final Course course;
    private final Set<Party> withdrawn = new HashSet<>();
    private int length;
    private boolean departureWaits;

    /** Over the rules alone. */
    RandomWalk(long seed, int number) {
        this(seed, number, World.NONE);
    }

    public RandomWalk(long seed, int number, World world) {
        this.number = number;
        this.random = new Random(seed + number * 7919L);
        this.world = world;
        this.course = course(new OperationReference("RW-2027-%05d".formatted(number)));
    }

    /** One destination mostly; a stop on the way, or two destinations, now and then. */
    private Course course(OperationReference reference) {
        int kind = random.nextInt(6);
        List<Stop> stops = new ArrayList<>();
        List<Participation> parts = new ArrayList<>();
        stops.add(new Stop("STN", Purpose.START, 0));
        if (kind == 0) {
            stops.add(new Stop("LIL", Purpose.PICK_UP, 250));
            stops.add(new Stop("PRN", Purpose.DESTINATION, 1700));
            stops.add(new Stop("TIA", Purpose.DESTINATION, 200));
            parts.add(state(reference, BE, "STN", "PRN"));
            parts.add(state(reference, FR, "LIL", null));
        } else if (kind == 1) {
            stops.add(new Stop("LIL", Purpose.PICK_UP, 250));
            stops.add(new Stop("TIA", Purpose.DESTINATION, 1900));
            parts.add(state(reference, FR, "LIL", null));
        } else if (kind == 2) {
            stops.add(new Stop("PRN", Purpose.DESTINATION, 1900));
            stops.add(new Stop("TIA", Purpose.DESTINATION, 200));
            parts.add(state(reference, FR, "STN", "PRN"));
        } else {
            stops.add(new Stop("TIA", Purpose.DESTINATION, 1900));
            parts.add(state(reference, FR, "STN", null));
        }
        parts.add(state(reference, GB, "STN", "TIA"));
        stops.add(new Stop("STN", Purpose.RETURN, 1900));
        Instant now = BEGIN;
        Flight flight = new Flight(
                reference,
                FlightType.JRO,
                GB,
                "Albania",
                new Route(stops),
                DEPARTURE,
                DAY,
                200,
                Stage.OPERATION,
                now,
                null,
                0,
                null,
                0);
        List<Permit> permits = FlightToTirana.landingPermits(reference, LocalDate.of(2027, 6, 30));
        return new Course(flight, parts, RULES, permits, NOTICE, RandomWalk::evidence, now);
    }

    private static Participation state(
            OperationReference reference, Party party, String embarkation, @Nullable String handOver) {
        return new Participation(
                reference, party, Status.COMMITTED, COMMITTED, embarkation, handOver, null, Instant.EPOCH, null);
    }

    private static Evidence evidence(Question question, Move.Answer answer, Course course) {
        LocalDate today =
                course.now().atZone(course.flight().departure().getZone()).toLocalDate();
        return switch (RULES.evidenceOf(question)) {
            case NONE -> Evidence.NONE;
            case SERVICE ->
                Evidence.service(answer.served(), course.noticeDays(question.party()), COMMITTED.returnees());
            default -> TestEvidence.of(question, COMMITTED.returnees(), answer.ofAll(), today);
        };
    }

    /** Seven of eight walks begin where the boarding is ahead, and some with everybody counted, so that they come far. */
    public Map<Event, Integer> walk() {
        try {
            begin();
            length = FEWEST_STEPS + random.nextInt(MOST_STEPS - FEWEST_STEPS);
            while (!isDone()) {
                step();
            }
            if (departureWaits) {
                work();
                world.agrees(course);
            }
            if (course.place() == Place.OVER) {
                saw(Event.OVER);
            }
            world.ends(course);
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(
                    "walk %d: %s; its steps:%n%s".formatted(number, wrong.getMessage(), written()), wrong);
        }
        return seen;
    }

    private boolean isDone() {
        return length <= 0 || course.place() == Place.OVER;
    }

    private String written() {
        return steps.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private void begin() {
        boolean pastCountDown = random.nextInt(8) > 0;
        prepare(pastCountDown);
        world.begins(course);
        course.begin(pastCountDown);
        work();
        steps.add(course.flight().route());
        steps.add(course.place());
        world.agrees(course);
    }

    /** What is on record before the walk begins. */
    private void prepare(boolean pastCountDown) {
        if (!pastCountDown) {
            return;
        }
        Safeguards blank = course.safeguards();
        List<Question> asked = new ArrayList<>();
        GatePoint.countDown().forEach(point -> asked.addAll(blank.askedAt(point)));
        boolean boarded = random.nextInt(3) == 0;
        if (boarded) {
            asked.addAll(blank.askedBeforeLeaving(0));
        }
        for (Question question : asked) {
            String user = confirming(course.group(question), question.gate());
            course.putOnFile(new GateAnswer(
                    course.flight().reference(),
                    question,
                    Verdict.CONFIRMED,
                    null,
                    evidence(question, answer(user, "", "", Map.of(), Set.of(), 0), course),
                    user,
                    course.now()));
        }
        if (boarded) {
            for (Party party : course.parties()) {
                if (course.passage(party).boardsAt() == 0) {
                    course.putOnFile(new Boarding(
                            course.flight().reference(), party, 0, COMMITTED, leader(party), course.now()));
                }
            }
        }
    }

    private Move.Answer answer(
            String user, String task, String group, Map<Gate, Verdict> said, Set<Gate> left, int off) {
        LocalDate today =
                course.now().atZone(course.flight().departure().getZone()).toLocalDate();
        LocalDate served = today.minusDays(random.nextInt(8) == 0 ? 3 : 10);
        int ofAll = COMMITTED.returnees() * course.protectedOnes().size();
        return new Move.Answer(user, task, group, said, left, served, ofAll, off);
    }

    /** Of two legal verifiers one looks at decisions, the other at what protects people. */
    private static String confirming(String group, Gate gate) {
        String user = group.toLowerCase(Locale.ROOT);
        if (group.endsWith("legal")) {
            return user + (OF_PROTECTION.contains(gate) ? "2" : "1");
        }
        return group.equals("rightsOfficer") ? "rightsofficer1" : user;
    }

    private static String leader(Party party) {
        return party.code().toLowerCase(Locale.ROOT) + "escortleader";
    }

    private void saw(Event event) {
        seen.merge(event, 1, Integer::sum);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void step() {
        if (departureWaits && random.nextInt(4) == 0) {
            // What was fresh when it was cleared is not when it would leave.
            pass(Duration.ofHours(25));
            return;
        }
        switch (random.nextInt(27)) {
            case 0 -> pass(Duration.ofMinutes(random.nextInt(60)));
            case 1 -> pass(Duration.ofHours(random.nextInt(5)));
            case 2 -> pass(Duration.ofHours(random.nextInt(4) == 0 ? 20 : 1));
            case 3 -> order();
            case 4 -> lift();
            case 5 -> answer(true);
            case 6 -> suspend();
            case 7 -> {
                if (random.nextInt(4) == 0) {
                    postpone();
                } else {
                    goOn();
                }
            }
            case 8 -> wrongPerson();
            case 9 -> again();
            case 10 -> {
                if (course.stop() > 0 || random.nextInt(4) == 0) {
                    leaveOrEnd();
                } else {
                    goOn();
                }
            }
            case 11 -> withdraw();
            case 12 -> restrain();
            case 13 -> cancel();
            default -> goOn();
        }
        if (departureWaits && random.nextBoolean()) {
            work();
            stepped();
        }
    }

    /** Whatever the work asks for; of those who are asked, some are silent. */
    private void goOn() {
        if (departureWaits) {
            work();
            stepped();
            return;
        }
        if (course.flight().isSuspended() && random.nextInt(4) > 0) {
            adviseOrResume();
            return;
        }
        if (course.openOrder().isPresent() && random.nextInt(3) == 0) {
            lift();
            return;
        }
        if (!course.reviews().isEmpty() && random.nextInt(4) == 0) {
            review();
            return;
        }
        if (course.tasks().stream().anyMatch(open -> open.task().equals(Course.ACKNOWLEDGE))
                && random.nextInt(4) == 0) {
            acknowledge();
            return;
        }
        switch (course.place()) {
            case COUNT_DOWN_AHEAD, BOARDING_AHEAD -> pass(Duration.ofHours(3));
            case COUNT_DOWN, BOARDING, STOP_OVER, LAST_CALL -> answer(false);
            case COUNTING, COUNTING_AT_STOP -> count();
            case CLEARING, CLEARING_ONWARD -> {
                if (course.canClear() || random.nextInt(4) == 0) {
                    clear();
                } else {
                    findAWay();
                }
            }
            case IN_THE_AIR -> land();
            case HANDING_OVER -> handOver();
            case COMING_BACK -> comeBack();
            case DEPARTING, RECALLED, OVER -> work();
        }
    }

    /** The aircraft may not leave: what stands against it is lifted, the flight gets another day, or somebody stays behind. */
    private void findAWay() {
        if (course.openOrder().isPresent() && random.nextInt(4) > 0) {
            lift();
        } else if (course.stop() > 0) {
            leaveOrEnd();
        } else if (random.nextBoolean()) {
            postpone();
        } else {
            pass(Duration.ofHours(random.nextInt(20)));
        }
    }

    private void pass(Duration time) {
        course.pass(time);
        world.passes(course.now());
        steps.add(course.now());
        work();
        stepped();
    }

    /** What is stored says what the rules say, and something leads on. */
    private void stepped() {
        length--;
        if (random.nextInt(10) == 0) {
            world.mayRestart(course);
        }
        world.agrees(course);
        requireWayOn();
        requireWithdrawnAreLetGo();
    }

    /** The steps that wait are done; now and then what is done is lost once, and done again. */
    private void work() {
        if (course.place() == Place.DEPARTING) {
            depart();
        }
        departureWaits = false;
        world.works(course, random.nextInt(20) == 0);
    }

    private void depart() {
        course.work();
        if (course.place() == Place.IN_THE_AIR) {
            requireMayLeave(0);
            saw(Event.LEFT);
        } else {
            saw(Event.HELD_BACK);
        }
    }

    /** Whether it was accepted; the steps that follow are done but for the departure, which sometimes waits. */
    private boolean play(Move move) {
        if (random.nextInt(20) == 0) {
            saw(Event.CRASHED);
            world.losesByCrash(move);
            world.agrees(course);
        }
        int handOvers = course.handOvers().size();
        boolean accepted = course.accepts(move);
        steps.add(accepted ? move : new Refused(move));
        world.plays(move, accepted);
        if (!accepted) {
            saw(Event.REFUSED);
        }
        if (course.handOvers().stream()
                .skip(handOvers)
                .anyMatch(people -> people.by().equals("system"))) {
            saw(Event.KEPT_ABOARD);
        }
        if (course.place() == Place.DEPARTING) {
            departureWaits = departureWaits || random.nextInt(4) == 0;
        }
        if (departureWaits) {
            world.works(course, false);
        } else {
            work();
        }
        stepped();
        return accepted;
    }

    /** One after the other of those who are asked, but for the silent; whoever is asked two things that are not one person's leaves one. */
    private void answer(boolean stops) {
        if (!Set.of(Place.COUNT_DOWN, Place.BOARDING, Place.STOP_OVER, Place.LAST_CALL)
                .contains(course.place())) {
            return;
        }
        Place place = course.place();
        String task = place.task();
        int silent = random.nextInt(4) == 0 ? 3 : 40;
        List<Open> asked = new ArrayList<>(
                course.tasks().stream().filter(open -> open.task().equals(task)).toList());
        if (stops && asked.isEmpty()) {
            return;
        }
        if (stops) {
            asked = List.of(any(asked));
        }
        for (Open open : asked) {
            if (isDone()
                    || course.place() != place
                    || !course.tasks().contains(open)
                    || open.shown().isEmpty()) {
                continue;
            }
            if (stops || random.nextInt(silent) != 0) {
                answer(open, stops);
                if (!stops && course.tasks().contains(open)) {
                    continue;
                }
                course.tasks().stream()
                        .filter(again -> course.place() == place
                                && again.task().equals(task)
                                && again.group().equals(open.group()))
                        .filter(again ->
                                course.asked(again).size() < open.shown().size() && !stops)
                        .findFirst()
                        .ifPresent(again -> answer(again, false));
            }
        }
    }

    private void answer(Open open, boolean stops) {
        List<Question> questions = course.asked(open);
        // In the order of the table: a walk is the same whoever walks it.
        Set<Gate> gates = questions.stream()
                .map(Question::gate)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Gate.class)));
        Map<Gate, Verdict> said = new EnumMap<>(Gate.class);
        Set<Gate> left = EnumSet.noneOf(Gate.class);
        boolean greedy = random.nextInt(20) == 0;
        boolean decisions = gates.stream().anyMatch(gate -> !OF_PROTECTION.contains(gate));
        String user = confirming(open.group(), decisions ? Gate.RETURN_DECISION : Gate.NON_REFOULEMENT);
        if (stops) {
            user = open.group().endsWith("legal") && random.nextBoolean()
                    ? open.group().toLowerCase(Locale.ROOT) + (1 + random.nextInt(2))
                    : user;
        }
        boolean legal = open.group().endsWith("legal") && !open.group().startsWith("FX");
        for (Gate gate : gates) {
            boolean colleagues = legal && decisions && OF_PROTECTION.contains(gate);
            if (colleagues && !greedy && !stops) {
                left.add(gate);
            } else {
                said.put(gate, Verdict.CONFIRMED);
            }
        }
        if (stops && !gates.isEmpty()) {
            Gate stopped = any(List.copyOf(gates));
            for (Gate gate : gates) {
                if (gate == stopped) {
                    said.put(gate, Verdict.STOP);
                } else if (random.nextBoolean()) {
                    said.remove(gate);
                    left.add(gate);
                }
            }
        }
        int off = stops ? 0 : off(open);
        if (off > 0 && random.nextInt(4) == 0) {
            left.addAll(gates);
            said.clear();
        }
        Move.Answer move = answer(user, open.task(), open.group(), said, left, off);
        List<Question> confirmed = questions.stream()
                .filter(question -> said.get(question.gate()) == Verdict.CONFIRMED)
                .toList();
        boolean refuse =
                confirmed.stream().anyMatch(question -> mayNotConfirm(question, move.user(), off > 0, confirmed));
        int there = off == 0 ? 0 : course.heads(open.party()).expected();
        boolean accepted = play(move);
        require(!accepted || !refuse, "lets %s", move);
        require(
                !gates.isEmpty() || off > 0 || accepted || course.flight().isSuspended(),
                "%s is asked, and cannot answer",
                open);
        if (off > 0 && accepted) {
            require(off <= there, "%d of %d people of %s leave", off, there, open.party());
            saw(Event.TAKEN_OFF);
            if (off == there) {
                saw(Event.EMPTIED);
            }
        }
        saw(accepted ? (stops ? Event.GATE_STOPPED : Event.ANSWERED) : Event.WRONG_PERSON);
    }

    /** How many leave the list with the answer: mostly nobody, and sometimes more than there are, or by somebody who may not. */
    private int off(Open open) {
        boolean may = open.group().endsWith("legal")
                || open.group().endsWith("doctor")
                || open.group().endsWith("coordinator");
        if (random.nextInt(may ? 10 : 60) > 0) {
            return 0;
        }
        int there = course.parties().contains(open.party())
                ? course.heads(open.party()).expected()
                : 0;
        return switch (random.nextInt(6)) {
            case 0 -> there + 1;
            case 1, 2 -> there;
            default -> Math.min(there, 1 + random.nextInt(4));
        };
    }

    private boolean mayNotConfirm(Question question, String person, boolean peopleLeave, List<Question> together) {
        for (Question other : together) {
            if (other.party().equals(question.party()) && areApart(other.gate(), question.gate())) {
                return true;
            }
        }
        for (StopOrder order : course.orders()) {
            if (order.isOpen() && isAbout(order, question)) {
                return true;
            }
        }
        GateAnswer last = null;
        for (GateAnswer answer : course.answers()) {
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
        return !peopleLeave && last != null && last.isStop() && last.by().equals(person);
    }

    private static boolean areApart(Gate one, Gate other) {
        return APART.getOrDefault(one, Set.of()).contains(other);
    }

    private static boolean isAbout(StopOrder order, Question question) {
        return order.party() == null
                || (!question.gate().isForFlight() && question.party().equals(order.party()));
    }

    private void order() {
        if (random.nextInt(2) > 0) {
            goOn();
            return;
        }
        Party whom = random.nextInt(4) == 0 ? null : any(course.parties());
        Party whose = any(course.parts()).party();
        String state = whose.code().toLowerCase(Locale.ROOT);
        String user = any(List.of(
                state + "legal1",
                state + "legal2",
                state + "doctor",
                state + "monitor",
                "rightsofficer2",
                state + "coordinator"));
        boolean accepted = play(new Move.Act(
                user,
                "stop-people",
                Map.of("stopped", whom == null ? "ALL" : whom.code(), "cause", "COURT", "reason", "a court")));
        saw(accepted ? Event.STOPPED : Event.WRONG_PERSON);
    }

    /** Tried by whoever may not, too. */
    private void lift() {
        StopOrder order = course.openOrder().orElse(null);
        if (order == null) {
            return;
        }
        boolean flies = course.parties().contains(FR);
        String user = switch (random.nextInt(7)) {
            case 0 -> order.by();
            case 1, 2 -> colleague(order.by());
            case 3 -> "gbcoordinator";
            default -> !order.group().equals("GBlegal") ? "gblegal2" : flies ? "frlegal2" : "rightsofficer2";
        };
        boolean may =
                !user.equals(order.by()) && !Course.isMember(user, order.group()) && !user.endsWith("coordinator");
        boolean accepted = play(new Move.Act(
                user, "lift-stop", Map.of("stopNumber", Integer.toString(order.number()), "view", "seen")));
        require(accepted == may, "%s lifts stop %d of %s", user, order.number(), order.by());
        if (accepted) {
            saw(Event.LIFTED);
            pass(Duration.ofMinutes(1));
        } else {
            saw(Event.WRONG_PERSON);
        }
    }

    /** Groups that have two members are those of legal verifiers and of rights officers. */
    private static String colleague(String user) {
        return user.endsWith("1") ? user.replace('1', '2') : user.replace('2', '1');
    }

    /** Tried by whoever may not, and by the organiser too. */
    private void withdraw() {
        if (course.flight().stage().isAfterDeparture() ? random.nextInt(8) > 0 : random.nextInt(3) > 0) {
            goOn();
            return;
        }
        Participation part = any(course.parts());
        String state = part.party().code().toLowerCase(Locale.ROOT);
        String user =
                random.nextInt(6) == 0 ? any(List.of("gblegal1", "belegal1", "executive1")) : state + "coordinator";
        boolean before = !course.flight().stage().isAfterDeparture();
        boolean accepted = play(new Move.Act(
                user, "withdraw", Map.of("party", part.party().code(), "cause", "LEGAL", "reason", "nobody answers")));
        require(!accepted || before, "%s withdraws when the aircraft has left", part.party());
        if (accepted) {
            withdrawn.add(part.party());
        }
        saw(accepted ? Event.WITHDRAWN : Event.WRONG_PERSON);
    }

    private void acknowledge() {
        if (play(new Move.Complete(
                "gbcoordinator", Course.ACKNOWLEDGE, "GBcoordinator", Map.of("note", "we fly without them")))) {
            saw(Event.ACKNOWLEDGED);
        }
    }

    private void cancel() {
        if (random.nextInt(6) > 0) {
            goOn();
            return;
        }
        boolean before = !course.flight().stage().isAfterDeparture();
        String user = any(List.of("gbcoordinator", "manager1", "executive1", "frcoordinator", "gbescortleader"));
        boolean accepted =
                play(new Move.Act(user, "cancel", Map.of("causedBy", "NOBODY", "reason", "it cannot go on")));
        require(!accepted || before, "is cancelled when it has left");
        saw(accepted ? Event.CANCELLED : Event.WRONG_PERSON);
    }

    /** Those of somebody who is aboard, or who is not; sometimes more than there are. */
    private void restrain() {
        if (!course.reviews().isEmpty() && random.nextBoolean()) {
            review();
            return;
        }
        if (course.boardings().isEmpty() && random.nextInt(6) > 0) {
            goOn();
            return;
        }
        Party party = any(course.parts()).party();
        String user = switch (random.nextInt(8)) {
            case 0 -> party.code().toLowerCase(Locale.ROOT) + "doctor";
            case 1 -> "frescortleader";
            case 2, 3 -> "gbescortleader";
            default -> leader(party);
        };
        int persons = random.nextInt(8) == 0 ? 11 : 1 + random.nextInt(3);
        int aboard = course.onBoard(party);
        int already = restrained(party);
        boolean accepted = play(new Move.Act(
                user,
                "record-restraint",
                Map.of("restrainedOf", party.code(), "assessments", Integer.toString(persons))));
        require(!accepted || persons + already <= aboard, "%d of %d of %s restrained", persons, aboard, party);
        saw(accepted ? Event.RESTRAINED : Event.WRONG_PERSON);
    }

    /** The record of restraints read a second time. */
    private int restrained(Party party) {
        int persons = 0;
        for (Restraint restraint : course.restraints()) {
            if (restraint.party().equals(party)) {
                List<Restraint.Review> reviews = restraint.reviews();
                persons += reviews.isEmpty()
                        ? restraint.assessments()
                        : reviews.get(reviews.size() - 1).persons();
            }
        }
        return persons;
    }

    private void review() {
        Open open = any(course.reviews());
        int persons = course.restraints().get(open.number() - 1).persons();
        String state = open.party().code().toLowerCase(Locale.ROOT);
        int still = random.nextInt(3) == 0 ? 0 : random.nextInt(persons + 2);
        boolean accepted = play(new Move.Complete(
                state + (random.nextBoolean() ? "doctor" : "escortleader"),
                open.task(),
                open.group(),
                Map.of("restraintReview", still == 0 ? "END" : "CONTINUE", "stillRestrained", still),
                open.number()));
        require(accepted == (still <= persons), "%d of %d still restrained", still, persons);
        if (accepted) {
            saw(still == 0 ? Event.RELEASED : Event.REVIEWED);
        }
    }

    private void suspend() {
        if (course.flight().isSuspended()) {
            adviseOrResume();
        } else if (random.nextInt(3) > 0) {
            goOn();
        } else {
            String user = any(List.of("rightsofficer1", "rightsofficer2", "executive1", "gbcoordinator", "manager1"));
            boolean accepted = play(new Move.Act(user, "suspend", Map.of("reason", "a report")));
            saw(accepted ? Event.SUSPENDED : Event.WRONG_PERSON);
        }
    }

    private void adviseOrResume() {
        boolean advise = course.tasks().stream().anyMatch(open -> open.task().equals(Course.ADVISE));
        boolean accepted = advise
                ? play(new Move.Complete(
                        "rightsofficer1",
                        Course.ADVISE,
                        "rightsOfficer",
                        Map.of("advice", random.nextBoolean() ? "RESUME" : "STAY_SUSPENDED", "adviceReasons", "so")))
                : play(new Move.Complete(
                        random.nextInt(3) == 0 ? "executive1" : "executive2",
                        Course.RESUME,
                        "executive",
                        Map.of("reason", "it is over")));
        if (!accepted) {
            saw(Event.WRONG_PERSON);
        } else if (!advise) {
            saw(Event.RESUMED);
        }
    }

    /** The operation is called back and opens anew: what was said for the day before does not count. */
    private void postpone() {
        ZonedDateTime later = course.flight().departure().plusDays(random.nextInt(10));
        String user = random.nextInt(5) == 0 ? "frcoordinator" : "gbcoordinator";
        if (!play(new Move.Act(user, "postpone", Map.of("departure", TYPED.format(later), "reason", "fog")))) {
            saw(Event.WRONG_PERSON);
            return;
        }
        require(course.stop() == 0, "is postponed at stop %d", course.stop());
        saw(Event.POSTPONED);
        Instant boarding = GatePoint.BOARDING.opensAt(later);
        boolean pastCountDown = random.nextInt(8) > 0;
        course.openAnew();
        if (pastCountDown && boarding.isAfter(course.now()) && random.nextInt(4) > 0) {
            course.pass(Duration.between(course.now(), boarding));
            world.passes(course.now());
        }
        prepare(pastCountDown);
        world.opensAnew(course);
        course.begin(pastCountDown);
        work();
        steps.add(course.place());
        stepped();
    }

    private void count() {
        for (Open open : course.tasks()) {
            if (!open.task().equals(course.place().task()) || random.nextInt(8) == 0) {
                continue;
            }
            Party party = open.party();
            Seats seats = random.nextInt(16) == 0 ? withoutSomebody() : COMMITTED;
            int list = course.heads(party).expected();
            int absent = random.nextInt(8) == 0 ? Math.min(list, 1 + random.nextInt(10)) : 0;
            int people = list - absent;
            Map<String, Object> fields = new HashMap<>(Map.of(
                    "returnees", random.nextInt(24) == 0 ? list : people,
                    "escorts", seats.escorts(),
                    "medical", seats.medical(),
                    "interpreters", seats.interpreters(),
                    "monitors", seats.monitors(),
                    "others", seats.others()));
            if (absent > 0) {
                fields.putAll(Map.of("absent", absent, "cause", "OTHER", "why", "nobody answers"));
            }
            boolean accepted = play(new Move.Complete(leader(party), open.task(), open.group(), fields));
            if (accepted && absent > 0) {
                require(fields.get("returnees").equals(people), "more of %s aboard than there are", party);
                saw(Event.ABSENT);
            }
            if (accepted) {
                // Of whom nobody is left only the staff boards.
                requireMet(untilBoarded(party), people == 0 ? List.of() : List.of(party), "boards");
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

    private void clear() {
        int stop = course.stop();
        boolean accepted = play(
                new Move.Complete(leader(GB), course.place().task(), "GBescortleader", Map.of("decision", "CLEAR")));
        if (stop > 0 && accepted && course.place() == Place.IN_THE_AIR) {
            requireMayLeave(stop);
            saw(Event.LEFT);
        } else if (!accepted || stop > 0) {
            saw(Event.HELD_BACK);
        }
    }

    private void land() {
        pass(Duration.ofHours(1));
        int chance = random.nextInt(20);
        String what = chance == 0
                ? "TURNED_BACK"
                : chance == 1
                        ? "REFUSED_ON_ARRIVAL"
                        : chance < 5 && course.diversions().size() < 2 ? "DIVERTED" : "LANDED";
        Map<String, Object> fields = new HashMap<>(Map.of("outcome", what));
        if (!what.equals("LANDED")) {
            fields.put("reason", "fog");
        }
        if (what.equals("DIVERTED")) {
            fields.put("airportInstead", "ATH");
        }
        if (play(new Move.Complete(leader(GB), Place.IN_THE_AIR.task(), "GBescortleader", fields))) {
            saw(what.equals("LANDED") ? Event.LANDED : what.equals("DIVERTED") ? Event.DIVERTED : Event.TURNED_BACK);
        }
    }

    private void handOver() {
        int stop = course.stop();
        for (Open open : course.tasks()) {
            if (course.place() != Place.HANDING_OVER || !open.task().equals(Place.HANDING_OVER.task())) {
                continue;
            }
            Party party = open.party();
            int people = course.heads(party).expected();
            int kept = random.nextInt(4) == 0 ? Math.min(people, random.nextInt(11)) : 0;
            Map<String, Object> fields = new HashMap<>(
                    Map.of("handedOver", people - kept, "notHandedOver", kept, "withProperty", people - kept));
            if (kept > 0) {
                fields.put("reason", "a document");
            }
            int inCuffs = restrained(party);
            boolean accepted = play(new Move.Complete(leader(party), open.task(), open.group(), fields));
            if (inCuffs > 0 && people > kept) {
                require(!accepted, "%d of %s are handed over in cuffs", inCuffs, party);
                saw(Event.NOT_IN_CUFFS);
            }
            if (accepted && people > kept) {
                List<Question> due = new ArrayList<>(untilBoarded(party));
                for (int k = 1; k < stop; k++) {
                    due.addAll(stopover(party, k));
                }
                due.addAll(rows(party, GatePoint.LAST_CALL, stop));
                requireMet(due, List.of(party), "is handed over");
                saw(Event.HANDED_OVER);
            }
        }
    }

    private void comeBack() {
        for (Open open : course.tasks()) {
            if (open.task().equals(Place.COMING_BACK.task())
                    && play(new Move.Complete(
                            leader(open.party()),
                            open.task(),
                            open.group(),
                            Map.of("landedBack", course.comeBack(open.party()))))) {
                saw(Event.CAME_BACK);
            }
        }
    }

    /** At a task that is not theirs. */
    private void wrongPerson() {
        List<Open> open = course.tasks().stream()
                .filter(task -> !task.task().equals(Place.RECALLED.task()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Open task = any(open);
        List<String> strangers = Stream.of(
                        "frlegal1",
                        "gbdoctor",
                        "bemonitor",
                        "gbescortleader",
                        "frcoordinator",
                        "rightsofficer2",
                        "executive1",
                        "manager1")
                .filter(user -> !Course.isMember(user, task.group()))
                .toList();
        Map<Gate, Verdict> said = new EnumMap<>(Gate.class);
        course.asked(task).forEach(question -> said.put(question.gate(), Verdict.CONFIRMED));
        boolean accepted = play(
                said.isEmpty()
                        ? new Move.Complete(any(strangers), task.task(), task.group(), Map.of(), task.number())
                        : answer(any(strangers), task.task(), task.group(), said, Set.of(), 0));
        require(!accepted, "lets a stranger do %s", task);
        saw(Event.WRONG_PERSON);
    }

    private void again() {
        if (!play(new Move.Again("gbescortleader"))) {
            saw(Event.AGAIN);
        }
    }

    private void leaveOrEnd() {
        String user = any(List.of("gbescortleader", "gbescortleader", "executive1", "frlegal1"));
        if (random.nextInt(3) == 0) {
            if (play(new Move.Act(user, "end-operation", Map.of("reason", "it cannot go on")))) {
                saw(Event.ENDED);
            }
        } else {
            Party party = any(course.parties());
            if (play(new Move.Act(
                    user,
                    "leave-behind",
                    Map.of("leftBehind", party.code(), "cause", "OTHER", "reason", "nobody answers")))) {
                saw(Event.LEFT_BEHIND);
            }
        }
    }

    /** Read when it has left: the record a second time, without {@link Safeguards}. */
    private void requireMayLeave(int stop) {
        Instant now = course.now();
        List<Party> flying = new ArrayList<>();
        List<Question> due = new ArrayList<>();
        for (Party party : course.parties()) {
            Passage passage = course.passage(party);
            if (passage.leavesAt() > stop) {
                require(
                        passage.boardsAt() > stop || course.aboard().containsKey(party),
                        "leaves with %s uncounted",
                        party);
                if (course.emptied().contains(party)) {
                    continue;
                }
                flying.add(party);
                due.addAll(passage.boardsAt() <= stop ? untilBoarded(party) : countDown(party));
                for (int k = 1; k <= stop; k++) {
                    due.addAll(stopover(party, k));
                }
                requireNoticeIsOver(party);
            }
        }
        requireMet(due, flying, "leaves");
        requireCrew(stop);
        require(
                stop > 0 || !now.isAfter(course.flight().departure().toInstant().plus(A_DAY)),
                "leaves more than a day after its day");
    }

    private void requireNoticeIsOver(Party party) {
        Evidence notice = Evidence.NONE;
        for (GateAnswer answer : course.answers()) {
            Question question = answer.question();
            if (question.gate() == Gate.NOTICE_AND_LAWYER
                    && question.party().equals(party)
                    && !answer.isStop()
                    && !isVoid(answer)) {
                notice = answer.evidence();
            }
        }
        LocalDate served = Objects.requireNonNull(notice.day());
        ZonedDateTime end = WorkingDays.of(party)
                .plus(served.atStartOfDay(course.flight().departure().getZone()), course.noticeDays(party))
                .plusDays(1);
        require(!course.now().isBefore(end.toInstant()), "leaves while the notice of %s still runs", party);
    }

    /** Staff stays on the aircraft to the end; of the people those who have not been handed over. */
    private void requireCrew(int stop) {
        int people = 0;
        int doctors = 0;
        int interpreters = 0;
        int monitors = 0;
        for (Party party : course.parties()) {
            Seats seats = course.aboard().get(party);
            if (seats == null || course.passage(party).boardsAt() > stop) {
                continue;
            }
            doctors += seats.medical();
            interpreters += seats.interpreters();
            monitors += seats.monitors();
            if (course.passage(party).leavesAt() > stop) {
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

    /** The record read a second time, answer by answer, without {@link Safeguards}. */
    private void requireMet(List<Question> due, List<Party> whom, String what) {
        require(!course.flight().isSuspended(), "%s %s while suspended", whom, what);
        for (StopOrder order : course.orders()) {
            // Where nobody is on board any more, a stop of everybody stops nobody: the aircraft flies home empty.
            boolean concerned = order.party() == null ? !whom.isEmpty() : whom.contains(order.party());
            require(!order.isOpen() || !concerned, "%s %s past stop %d", whom, what, order.number());
        }
        Map<Question, GateAnswer> last = new HashMap<>();
        Map<Subject, GateAnswer> confirmed = new HashMap<>();
        Map<Subject, GateAnswer> ofGate = new HashMap<>();
        for (GateAnswer answer : course.answers()) {
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
                    whom.isEmpty()
                            || !Objects.requireNonNull(ofGate.get(subject)).isStop(),
                    "%s %s while %s is stopped",
                    whom,
                    what,
                    question);
            Instant at = Objects.requireNonNull(confirmed.get(subject)).at();
            require(
                    !course.now().isAfter(at.plus(fresh(question.gate()))),
                    "%s %s with %s grown old",
                    whom,
                    what,
                    question);
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
        for (StopOrder order : course.orders()) {
            StopOrder.Lift lift = order.lift();
            if (lift != null && isAbout(order, question) && !answer.at().isAfter(lift.at())) {
                return true;
            }
        }
        return false;
    }

    private List<Question> untilBoarded(Party party) {
        boolean nobody = course.emptied().contains(party);
        List<Question> due = new ArrayList<>(countDown(party));
        for (GateRule row : RULES.rows()) {
            if (row.point() == GatePoint.BOARDING) {
                boolean forFlight = row.gate().isForFlight();
                due.add(new Question(
                        forFlight ? GB : party,
                        row.gate(),
                        row.point(),
                        forFlight ? 0 : course.passage(party).boardsAt()));
            }
        }
        due.removeIf(question -> nobody && !question.gate().isForFlight());
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
        boolean aboardThere = course.passage(party).boardsAt() < k
                && k < course.passage(party).leavesAt();
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

    /** Whoever withdrew before the aircraft left is asked for nobody where it lands; read off the trail of the walk. */
    private void requireWithdrawnAreLetGo() {
        for (Open open : course.tasks()) {
            require(
                    !open.task().equals(Place.COMING_BACK.task()) || !withdrawn.contains(open.party()),
                    "%s, who withdrew, are asked who came back",
                    open.party());
        }
    }

    /** An open task, the clock, a step that waits, or the end of the operation, which has a name. */
    private void requireWayOn() {
        boolean over = course.place() == Place.OVER;
        require(!over || course.outcome() != null || course.isCancelled(), "ends without saying how");
        require(
                over
                        || course.waitsForTheClock()
                        || departureWaits
                        || course.tasks().size() > course.reviews().size(),
                "stands at %s, stop %d, without a way on",
                course.place(),
                course.stop());
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    private static void require(boolean held, String what, Object... about) {
        if (!held) {
            throw new AssertionError(what.formatted(about));
        }
    }
}
