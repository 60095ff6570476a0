package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The course that an operation takes by the rules, in plain Java: what {@code flightOperation.bpmn} draws and the services do,
 * written down a second time over {@link Safeguards}. Who is asked for what at a moment, which move is accepted, and what is
 * on record afterwards.
 */
public final class Course {

    /** Where the work stands. */
    public enum Place {
        COUNT_DOWN_AHEAD(null),
        COUNT_DOWN("userTask_confirmGates"),
        BOARDING_AHEAD(null),
        BOARDING("userTask_confirmBoarding"),
        COUNTING("userTask_countAboard"),
        CLEARING("userTask_clearDeparture"),
        DEPARTING(null),
        IN_THE_AIR("userTask_recordLanding"),
        LAST_CALL("userTask_answerLastCall"),
        HANDING_OVER("userTask_confirmHandOver"),
        STOP_OVER("userTask_confirmStopover"),
        COUNTING_AT_STOP("userTask_countAboardAtStop"),
        CLEARING_ONWARD("userTask_clearOnward"),
        COMING_BACK("userTask_countReturned"),
        RECALLED("userTask_recordPermits"),
        OVER(null);

        private final @Nullable String task;

        Place(@Nullable String task) {
            this.task = task;
        }

        String task() {
            return Objects.requireNonNull(task, name());
        }

        boolean isAskedAnew() {
            return this == COUNT_DOWN || isBeforeLeaving();
        }

        private boolean isBeforeLeaving() {
            return this == BOARDING
                    || this == COUNTING
                    || this == CLEARING
                    || this == STOP_OVER
                    || this == COUNTING_AT_STOP
                    || this == CLEARING_ONWARD;
        }
    }

    /** How the run ended; the names are those of the product. */
    public enum Outcome {
        FLOWN,
        RECALLED,
        ABORTED,
        REFUSED_ON_ARRIVAL
    }

    /**
     * A task that is open, and the gates that it was opened with.
     *
     * @param group whose it is; of two the one after the other
     * @param number of the restraint that is reviewed, or 0
     */
    public record Open(String task, String group, Party party, Set<Gate> shown, int number) {

        Open(String task, String group, Party party, Set<Gate> shown) {
            this(task, group, party, shown, 0);
        }
    }

    static final String ACKNOWLEDGE = "userTask_acknowledgeWithdrawal";
    static final String REVIEW = "userTask_reviewRestraint";
    static final String ADVISE = "userTask_adviseOnResuming";
    static final String RESUME = "userTask_resumeFlight";
    static final Duration LAST_CALL = Duration.ofMinutes(45);

    private static final Set<String> WORK_WHILE_SUSPENDED =
            Set.of(ADVISE, RESUME, REVIEW, Place.IN_THE_AIR.task(), Place.COMING_BACK.task());
    private static final Set<String> MAY_TAKE_OFF = Set.of("legal", "doctor", "coordinator");
    private static final Set<String> MAY_STOP = Set.of("legal", "doctor", "monitor");

    private final List<Participation> parts;
    private final GateRules rules;
    private final List<Permit> permits;
    private final Map<Party, Integer> noticeDays;
    private final Answers said;

    private List<Party> states;
    private Flight flight;
    private Instant now;
    private Place place = Place.COUNT_DOWN_AHEAD;
    private int point;
    private int stop;
    private @Nullable Instant lastCallEnds;
    private @Nullable Instant left;
    private boolean isLastStop;
    private @Nullable Outcome outcome;
    private boolean isCancelled;
    private final List<Open> tasks = new ArrayList<>();
    private final List<Open> ofFlight = new ArrayList<>();
    private final List<Restraint> restraints = new ArrayList<>();

    private final List<GateAnswer> answers = new ArrayList<>();
    private final List<StopOrder> orders = new ArrayList<>();
    private final List<Diversion> diversions = new ArrayList<>();
    private final List<TakenOff> takenOff = new ArrayList<>();
    private final Map<Party, Boarding> boardings = new TreeMap<>();
    private final Map<Party, HandOver> handOvers = new TreeMap<>();
    private final Map<Party, Returned> returned = new TreeMap<>();
    private @Nullable String suspendedBy;
    private @Nullable String advisedBy;
    private @Nullable Safeguards known;
    private final Map<Place, List<Question>> open = new EnumMap<>(Place.class);
    private @Nullable Journey journey;

    /** What is asked of whoever confirms, beside the verdict. */
    interface Answers {

        /** By the question, who is counted, and what is said to be the latest service. */
        Evidence of(Question question, Move.Answer answer, Course course);
    }

    Course(
            Flight flight,
            List<Participation> parts,
            GateRules rules,
            List<Permit> permits,
            Map<Party, Integer> noticeDays,
            Answers said,
            Instant now) {
        this.flight = flight;
        this.parts = new ArrayList<>(parts);
        this.states = takingPart();
        this.rules = rules;
        this.permits = permits;
        this.noticeDays = noticeDays;
        this.said = said;
        this.now = now;
    }

    private List<Party> takingPart() {
        return parts.stream()
                .filter(Participation::takesPart)
                .map(Participation::party)
                .toList();
    }

    public Flight flight() {
        return flight;
    }

    public List<Participation> parts() {
        return parts;
    }

    public List<Permit> permits() {
        return permits;
    }

    public Instant now() {
        return now;
    }

    public Place place() {
        return place;
    }

    /** Where the aircraft stands or is to land, as a place on the route. */
    public int stop() {
        return stop;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** Whether the flight will not take place. */
    public boolean isCancelled() {
        return isCancelled;
    }

    public @Nullable Instant left() {
        return left;
    }

    public List<GateAnswer> answers() {
        return answers;
    }

    public List<StopOrder> orders() {
        return orders;
    }

    public List<Diversion> diversions() {
        return diversions;
    }

    public List<TakenOff> takenOff() {
        return takenOff;
    }

    public List<Restraint> restraints() {
        return restraints;
    }

    public List<Boarding> boardings() {
        return List.copyOf(boardings.values());
    }

    public List<HandOver> handOvers() {
        return List.copyOf(handOvers.values());
    }

    public List<Returned> returned() {
        return List.copyOf(returned.values());
    }

    /** All that are open, those of the flight as a whole and the reviews of restraints last. */
    public List<Open> tasks() {
        if (ofFlight.isEmpty() && restraints.isEmpty()) {
            return List.copyOf(tasks);
        }
        List<Open> all = new ArrayList<>(tasks);
        all.addAll(ofFlight);
        all.addAll(reviews());
        return all;
    }

    /** Of every restraint that goes on, whatever has become of the flight. */
    List<Open> reviews() {
        if (restraints.isEmpty()) {
            return List.of();
        }
        return restraints.stream()
                .filter(Restraint::isOpen)
                .map(restraint -> new Open(
                        REVIEW,
                        restraint.party() + "doctor " + restraint.party() + "escortleader",
                        restraint.party(),
                        Set.of(),
                        restraint.number()))
                .toList();
    }

    /** What is still open of the count-down stands before the operation's own first step. */
    public boolean isPastCountDown() {
        return place != Place.COUNT_DOWN_AHEAD || point > 0;
    }

    /** Whether the clock alone leads on. */
    public boolean waitsForTheClock() {
        return place == Place.COUNT_DOWN_AHEAD || place == Place.BOARDING_AHEAD;
    }

    public Journey journey() {
        Journey read = journey;
        if (read == null) {
            read = Journey.of(flight, parts, flight.stage().isAfterDeparture() ? diversions : List.of());
            journey = read;
        }
        return read;
    }

    /** The states that take part, as things stand. */
    public List<Party> parties() {
        return states;
    }

    Passage passage(Party party) {
        for (Passage passage : journey().passages()) {
            if (passage.party().equals(party)) {
                return passage;
            }
        }
        throw new IllegalArgumentException(party + " does not fly");
    }

    GateRules rules() {
        return rules;
    }

    int noticeDays(Party party) {
        return Objects.requireNonNull(noticeDays.get(party));
    }

    public HeadCount heads(Party party) {
        return new HeadCount(
                part(party).seats(),
                takenOff.stream().filter(off -> off.party().equals(party)).toList(),
                boardings.get(party));
    }

    private Participation part(Party party) {
        return parts.stream()
                .filter(part -> part.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    /** Those of whom anybody is left. */
    List<Party> protectedOnes() {
        Set<Party> emptied = emptied();
        return parties().stream().filter(party -> !emptied.contains(party)).toList();
    }

    /** Who of a state's people is on board. */
    int onBoard(Party party) {
        HandOver handOver = handOvers.get(party);
        if (!boardings.containsKey(party) || !parties().contains(party)) {
            return 0;
        }
        return handOver == null ? heads(party).expected() : handOver.returning();
    }

    public int comeBack(Party party) {
        HandOver handOver = handOvers.get(party);
        return heads(party).flown().returnees() - (handOver == null ? 0 : handOver.handedOver());
    }

    Map<Party, Seats> aboard() {
        Map<Party, Seats> aboard = new TreeMap<>();
        boardings.keySet().forEach(party -> aboard.put(party, heads(party).flown()));
        return aboard;
    }

    Set<Party> emptied() {
        if (takenOff.isEmpty()) {
            return Set.of();
        }
        return takenOff.stream()
                .map(TakenOff::party)
                .filter(party -> heads(party).expected() == 0)
                .collect(Collectors.toSet());
    }

    /** Read anew when anything was said, ordered or counted, or time has passed. */
    public Safeguards safeguards() {
        Safeguards read = known;
        if (read == null) {
            read = new Safeguards(
                    journey(),
                    rules,
                    answers,
                    orders,
                    emptied(),
                    aboard(),
                    new Circumstances(0, permits, left, restraints, FlightToTirana.COUNTRIES),
                    now);
            known = read;
        }
        return read;
    }

    private void changed() {
        known = null;
        open.clear();
    }

    /** Another day, another stage or another stop. */
    private void journeyChanged() {
        journey = null;
        changed();
    }

    /** Puts it on record beside the tasks, before the operation has begun its work. */
    void putOnFile(GateAnswer answer) {
        answers.add(answer);
        changed();
    }

    void putOnFile(Boarding boarding) {
        boardings.put(boarding.party(), boarding);
        changed();
    }

    /** The work begins: with the first point of the count-down, or where the boarding is ahead. */
    void begin(boolean pastCountDown) {
        place = pastCountDown ? Place.BOARDING_AHEAD : Place.COUNT_DOWN_AHEAD;
        fire();
    }

    void pass(Duration time) {
        now = now.plus(time);
        changed();
        fire();
    }

    /** What the clock has come to; nothing while the flight is suspended. */
    private void fire() {
        if (flight.isSuspended()) {
            return;
        }
        if (place == Place.COUNT_DOWN_AHEAD && !now.isBefore(countDown(point).opensAt(flight.departure()))) {
            ask(Place.COUNT_DOWN);
        } else if (place == Place.BOARDING_AHEAD && !now.isBefore(GatePoint.BOARDING.opensAt(flight.departure()))) {
            ask(Place.BOARDING);
        } else if (place == Place.LAST_CALL && !now.isBefore(Objects.requireNonNull(lastCallEnds))) {
            keepAboard();
        }
    }

    private static GatePoint countDown(int point) {
        return GatePoint.countDown().get(point);
    }

    private void ask(Place there) {
        open(there, openNow(there));
        if (tasks.isEmpty()) {
            weigh();
        }
    }

    private void open(Place there, List<Question> questions) {
        place = there;
        tasks.clear();
        Map<String, Set<Gate>> shown = new LinkedHashMap<>();
        Map<String, Party> parties = new LinkedHashMap<>();
        for (Question question : questions) {
            String group = group(question);
            shown.computeIfAbsent(group, none -> new TreeSet<>()).add(question.gate());
            parties.putIfAbsent(group, question.party());
        }
        shown.forEach((group, gates) ->
                tasks.add(new Open(there.task(), group, Objects.requireNonNull(parties.get(group)), gates)));
    }

    private void openFor(Place there, List<Party> states) {
        place = there;
        tasks.clear();
        states.forEach(party -> tasks.add(new Open(there.task(), party + "escortleader", party, Set.of())));
    }

    String group(Question question) {
        return switch (rules.answererOf(question.gate())) {
            case LEGAL -> question.party() + "legal";
            case COORDINATOR -> question.party() + "coordinator";
            case DOCTOR -> question.party() + "doctor";
            case MONITOR -> question.party() + "monitor";
            case FINANCE -> question.party() + "finance";
            case LEAD_ESCORT -> question.party() + "escortleader";
            case RIGHTS_OFFICER -> "rightsOfficer";
            case FRONTEX -> "FXlegal";
        };
    }

    /** What is open now of what is asked there. */
    List<Question> openNow(Place there) {
        return open.computeIfAbsent(there, this::readOpen);
    }

    private List<Question> readOpen(Place there) {
        Safeguards here = safeguards();
        List<Question> stopped =
                here.openStops().stream().map(GateAnswer::question).toList();
        if (there == Place.LAST_CALL) {
            return lastCalls().stream()
                    .flatMap(party -> here.askedBeforeHandOver(party).stream())
                    .distinct()
                    .filter(question -> !here.isConfirmed(question) || here.isStale(question))
                    .filter(question -> !isStopped(question, stopped))
                    .toList();
        }
        List<Question> asked =
                there == Place.COUNT_DOWN ? here.askedUntil(countDown(point)) : here.askedBeforeLeaving(stop);
        boolean today = there != Place.COUNT_DOWN;
        return asked.stream()
                .filter(question -> !here.isConfirmed(question)
                        || isStopped(question, stopped)
                        || (today && here.isStale(question)))
                .toList();
    }

    private static boolean isStopped(Question question, List<Question> stopped) {
        for (Question stop : stopped) {
            if (stop.gate() == question.gate() && stop.party().equals(question.party())) {
                return true;
            }
        }
        return false;
    }

    private void weigh() {
        Place at = place;
        if (at == Place.COUNT_DOWN) {
            if (openNow(at).isEmpty()) {
                tasks.clear();
                point++;
                changed();
                place = point == GatePoint.countDown().size() ? Place.BOARDING_AHEAD : Place.COUNT_DOWN_AHEAD;
                fire();
            } else {
                ask(at);
            }
            return;
        }
        Place asks = stop == 0 ? Place.BOARDING : Place.STOP_OVER;
        if (!openNow(asks).isEmpty()) {
            ask(asks);
            return;
        }
        openFor(
                stop == 0 ? Place.COUNTING : Place.COUNTING_AT_STOP,
                parties().stream()
                        .filter(party -> passage(party).boardsAt() == stop && !boardings.containsKey(party))
                        .toList());
        if (tasks.isEmpty()) {
            toBeCleared();
        }
    }

    private void toBeCleared() {
        openFor(stop == 0 ? Place.CLEARING : Place.CLEARING_ONWARD, List.of(flight.organiser()));
    }

    /** The steps that wait are done. */
    void work() {
        if (place != Place.DEPARTING) {
            return;
        }
        if (flight.isSuspended() || !safeguards().mayDepart(0).isGiven()) {
            ask(Place.BOARDING);
            return;
        }
        flight = flight.reached(Stage.IN_FLIGHT, now);
        left = now;
        journeyChanged();
        fly();
    }

    private void fly() {
        stop++;
        changed();
        openFor(Place.IN_THE_AIR, List.of(flight.organiser()));
    }

    List<Party> lastCalls() {
        return parties().stream()
                .filter(party -> passage(party).leavesAt() == stop
                        && heads(party).flown().returnees() > 0)
                .toList();
    }

    private List<Party> cleared() {
        return lastCalls().stream()
                .filter(party -> safeguards().mayHandOver(party).isGiven())
                .toList();
    }

    private void callForTheLastTime() {
        open(Place.LAST_CALL, openNow(Place.LAST_CALL));
        if (tasks.isEmpty()) {
            weighLastCalls();
        } else {
            fire();
        }
    }

    private void weighLastCalls() {
        List<Party> cleared = cleared();
        if (cleared.equals(lastCalls())) {
            handOver(cleared);
        } else if (openNow(Place.LAST_CALL).isEmpty()) {
            keepAboard();
        } else {
            callForTheLastTime();
        }
    }

    private void keepAboard() {
        List<Party> cleared = cleared();
        for (Party party : lastCalls()) {
            if (!cleared.contains(party)) {
                handOvers.put(
                        party,
                        new HandOver(
                                flight.reference(),
                                party,
                                0,
                                heads(party).flown().returnees(),
                                0,
                                GatePoint.LAST_CALL.name(),
                                "system",
                                now));
            }
        }
        handOver(cleared);
    }

    private void handOver(List<Party> states) {
        openFor(Place.HANDING_OVER, states);
        if (tasks.isEmpty()) {
            goOn();
        }
    }

    private void goOn() {
        if (isLastStop) {
            outcome = Outcome.FLOWN;
            comeBack();
        } else {
            ask(Place.STOP_OVER);
        }
    }

    private void comeBack() {
        openFor(
                Place.COMING_BACK,
                boardings.keySet().stream()
                        .filter(party ->
                                parties().contains(party) && comeBack(party) > 0 && !returned.containsKey(party))
                        .toList());
        if (tasks.isEmpty()) {
            end();
        }
    }

    private void end() {
        place = Place.OVER;
        tasks.clear();
        flight = flight.reached(Stage.SETTLEMENT, now);
        journeyChanged();
    }

    /** The operation opens anew: what was answered and counted before does not count, stops do. */
    void openAnew() {
        flight = flight.reached(Stage.OPERATION, now);
        answers.clear();
        takenOff.clear();
        boardings.clear();
        tasks.clear();
        outcome = null;
        point = 0;
        stop = 0;
        place = Place.COUNT_DOWN_AHEAD;
        journeyChanged();
    }

    /** Whether the move is accepted, by the rules; then it is done, and nothing of it otherwise. */
    boolean accepts(Move move) {
        boolean accepted;
        if (move instanceof Move.Answer answer) {
            accepted = answers(answer);
        } else if (move instanceof Move.Complete complete) {
            accepted = completes(complete);
        } else if (move instanceof Move.Act act) {
            accepted = decides(act);
        } else {
            accepted = false;
        }
        return accepted;
    }

    static boolean isMember(String user, String groups) {
        if (groups.indexOf(' ') < 0) {
            return isOf(user, groups);
        }
        return Stream.of(groups.split(" ")).anyMatch(group -> isOf(user, group));
    }

    private static boolean isOf(String user, String group) {
        int length = user.length() - (Character.isDigit(user.charAt(user.length() - 1)) ? 1 : 0);
        return length == group.length() && user.regionMatches(true, 0, group, 0, length);
    }

    private @Nullable Open mine(String user, String task, String group, int number) {
        return tasks().stream()
                .filter(open -> open.task().equals(task) && open.group().equals(group) && open.number() == number)
                .filter(open -> isMember(user, group))
                .filter(open -> !flight.isSuspended() || WORK_WHILE_SUSPENDED.contains(task))
                .findFirst()
                .orElse(null);
    }

    /** What is open of that task. */
    List<Question> asked(Open open) {
        return openNow(place).stream()
                .filter(question ->
                        group(question).equals(open.group()) && open.shown().contains(question.gate()))
                .toList();
    }

    private boolean answers(Move.Answer answer) {
        Open open = mine(answer.user(), answer.task(), answer.group(), 0);
        if (open == null) {
            return false;
        }
        List<Question> asked = asked(open);
        if (asked.isEmpty() && isOfNobody(open) && answer.off() == 0) {
            answered(open);
            return true;
        }
        Set<Gate> gates = asked.stream().map(Question::gate).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean all = gates.stream()
                .allMatch(
                        gate -> answer.said().containsKey(gate) || answer.left().contains(gate));
        boolean nothing = answer.said().isEmpty() && answer.off() == 0;
        if (!all || nothing || !gates.containsAll(answer.said().keySet())) {
            return false;
        }
        List<Question> confirmed = asked.stream()
                .filter(question -> answer.said().get(question.gate()) == Verdict.CONFIRMED)
                .toList();
        if (!mayConfirm(answer.user(), answer.off() > 0, confirmed) || !mayTakeOff(open, answer, confirmed)) {
            return false;
        }
        if (answer.off() > 0) {
            Question at = asked.get(0);
            takeOff(open.party(), at.point(), at.stop(), answer.off(), answer.user());
        }
        for (Question question : asked) {
            Verdict verdict = answer.said().get(question.gate());
            if (verdict != null) {
                boolean stops = verdict == Verdict.STOP;
                answers.add(new GateAnswer(
                        flight.reference(),
                        question,
                        verdict,
                        stops ? "something" : null,
                        stops ? Evidence.NONE : said.of(question, answer, this),
                        answer.user(),
                        now));
            }
        }
        answered(open);
        return true;
    }

    private void answered(Open open) {
        changed();
        tasks.remove(open);
        if (tasks.isEmpty()) {
            if (place == Place.LAST_CALL) {
                weighLastCalls();
            } else {
                weigh();
            }
        }
    }

    /** Whether a state whose people it is about has none any more: then nothing is to be said. */
    private boolean isOfNobody(Open open) {
        boolean forFlight = open.shown().stream().anyMatch(Gate::isForFlight);
        return forFlight ? !emptied().isEmpty() : emptied().contains(open.party());
    }

    /** Whoever tells of people with needs has that many on the list afterwards. */
    private boolean mayTakeOff(Open open, Move.Answer answer, List<Question> confirmed) {
        boolean ofState = open.shown().stream().noneMatch(Gate::isForFlight);
        if (answer.off() > 0 && (!ofState || MAY_TAKE_OFF.stream().noneMatch(open.group()::endsWith))) {
            return false;
        }
        if (!ofState) {
            return true;
        }
        int after = heads(open.party()).expected() - answer.off();
        boolean needs = confirmed.stream().anyMatch(question -> question.gate() == Gate.NEEDS_TOLD);
        return after >= (needs ? TestEvidence.NEEDS_OF_STATE : 0);
    }

    private void takeOff(Party party, GatePoint at, int there, int persons, String user) {
        takenOff.add(new TakenOff(
                flight.reference(),
                party,
                heads(party).leaving(at),
                there,
                persons,
                Cause.OTHER,
                "nobody answers",
                user,
                now));
        changed();
    }

    private boolean mayConfirm(String user, boolean peopleLeave, List<Question> confirmed) {
        for (Question question : confirmed) {
            try {
                safeguards().requireMayConfirm(question, user, peopleLeave, confirmed);
            } catch (Conflict | NotYours refused) {
                return false;
            }
            boolean compared = switch (rules.evidenceOf(question)) {
                case SAME_LIST -> hasShownList(question.party());
                case DECISIONS -> protectedOnes().stream().allMatch(this::hasShownList);
                default -> true;
            };
            if (!compared) {
                return false;
            }
        }
        return true;
    }

    private boolean hasShownList(Party party) {
        return safeguards().lastConfirmation(party, Gate.RETURN_DECISION).isPresent();
    }

    private boolean completes(Move.Complete move) {
        Open open = mine(move.user(), move.task(), move.group(), move.number());
        if (open == null) {
            return false;
        }
        if (move.task().equals(REVIEW)) {
            return reviews(open.number(), move);
        }
        if (move.task().equals(ACKNOWLEDGE)) {
            ofFlight.remove(open);
            return true;
        }
        if (move.task().equals(ADVISE)) {
            advisedBy = move.user();
            ofFlight.remove(open);
            ofFlight.add(new Open(RESUME, "executive", flight.organiser(), Set.of()));
            return true;
        }
        if (move.task().equals(RESUME)) {
            return resumes(open, move.user());
        }
        return switch (place) {
            case COUNTING, COUNTING_AT_STOP -> counts(open, move);
            case CLEARING, CLEARING_ONWARD -> clears();
            case IN_THE_AIR -> lands(move);
            case HANDING_OVER -> handsOver(open, move);
            case COMING_BACK -> countsBack(open, move);
            default -> false;
        };
    }

    private boolean resumes(Open open, String user) {
        if (user.equals(suspendedBy) || user.equals(advisedBy)) {
            return false;
        }
        flight = flight.resumed();
        ofFlight.remove(open);
        changed();
        fire();
        return true;
    }

    private static int number(Move.Complete move, String field) {
        return (Integer) move.fields().getOrDefault(field, 0);
    }

    private boolean counts(Open open, Move.Complete move) {
        Party party = open.party();
        Seats aboard = new Seats(
                number(move, "returnees"),
                number(move, "escorts"),
                number(move, "medical"),
                number(move, "interpreters"),
                number(move, "monitors"),
                number(move, "others"));
        try {
            heads(party).requireAboard(aboard);
            safeguards().requireEvidenceFor(party, aboard.returnees());
        } catch (Refusal refused) {
            return false;
        }
        int absent = heads(party).expected() - aboard.returnees();
        if (!safeguards().mayBoard(party).isGiven() || number(move, "absent") != absent) {
            return false;
        }
        if (absent > 0) {
            takeOff(party, GatePoint.BOARDING, stop, absent, move.user());
        }
        boardings.put(party, new Boarding(flight.reference(), party, stop, aboard, move.user(), now));
        changed();
        tasks.remove(open);
        if (tasks.isEmpty()) {
            toBeCleared();
        }
        return true;
    }

    private boolean clears() {
        Clearance clearance = safeguards().mayDepart(stop);
        if (!clearance.isGivenBut(safeguards().askedBeforeLeaving(stop))) {
            return false;
        }
        tasks.clear();
        if (stop == 0) {
            place = Place.DEPARTING;
        } else if (clearance.isGiven()) {
            fly();
        } else {
            ask(Place.STOP_OVER);
        }
        return true;
    }

    private boolean lands(Move.Complete move) {
        String what = (String) move.fields().get("outcome");
        switch (Objects.requireNonNull(what)) {
            case "LANDED" -> {
                isLastStop = stop == journey().lastStop();
                lastCallEnds = now.plus(LAST_CALL);
                callForTheLastTime();
            }
            case "DIVERTED" -> {
                String airport = (String) Objects.requireNonNull(move.fields().get("airportInstead"));
                if (airport.equals(journey().airport(stop))) {
                    return false;
                }
                diversions.add(new Diversion(flight.reference(), stop, airport, 500, "fog", move.user(), now));
                journeyChanged();
                isLastStop = false;
                lastCallEnds = now.plus(LAST_CALL);
                callForTheLastTime();
            }
            default -> {
                outcome = what.equals("TURNED_BACK") ? Outcome.ABORTED : Outcome.REFUSED_ON_ARRIVAL;
                comeBack();
            }
        }
        return true;
    }

    private boolean handsOver(Open open, Move.Complete move) {
        Party party = open.party();
        int handedOver = number(move, "handedOver");
        int kept = number(move, "notHandedOver");
        HeadCount people = heads(party);
        if (handedOver + kept != people.expected()
                || (handedOver > 0 && (!safeguards().mayHandOver(party).isGiven() || restrained(party) > 0))) {
            return false;
        }
        String reason = (String) move.fields().get("reason");
        if (kept > 0 && reason == null) {
            return false;
        }
        handOvers.put(
                party,
                new HandOver(
                        flight.reference(),
                        party,
                        handedOver,
                        people.flown().returnees() - handedOver,
                        handedOver,
                        reason,
                        move.user(),
                        now));
        changed();
        tasks.remove(open);
        if (tasks.isEmpty()) {
            goOn();
        }
        return true;
    }

    /** How many of a state's people are restrained, as far as is known. */
    int restrained(Party party) {
        return restraints.stream()
                .filter(restraint -> restraint.party().equals(party))
                .mapToInt(Restraint::persons)
                .sum();
    }

    private boolean countsBack(Open open, Move.Complete move) {
        int landed = number(move, "landedBack");
        if (landed != comeBack(open.party())) {
            return false;
        }
        returned.put(open.party(), new Returned(flight.reference(), open.party(), landed, 0, null, move.user(), now));
        tasks.remove(open);
        if (tasks.isEmpty()) {
            end();
        }
        return true;
    }

    private boolean decides(Move.Act act) {
        String user = act.user();
        return switch (act.act()) {
            case "stop-people" -> orders(user, act.fields());
            case "lift-stop" -> lifts(user, Integer.parseInt(typed(act, "stopNumber")));
            case "suspend" -> suspends(user);
            case "postpone" -> postpones(user, typed(act, "departure"));
            case "leave-behind" -> leavesBehind(user, new Party(typed(act, "leftBehind")));
            case "end-operation" -> ends(user);
            case "withdraw" -> withdraws(user, new Party(typed(act, "party")));
            case "cancel" -> cancels(user);
            case "record-restraint" ->
                restrains(user, new Party(typed(act, "restrainedOf")), Integer.parseInt(typed(act, "assessments")));
            default -> throw new IllegalArgumentException(act.act());
        };
    }

    private static String typed(Move.Act act, String field) {
        return Objects.requireNonNull(act.fields().get(field), field);
    }

    private boolean isUnderWay() {
        return flight.stage() == Stage.IN_FLIGHT;
    }

    /** The group as whose member somebody may stop people, or nothing. */
    private @Nullable String stopsAs(String user) {
        if (isMember(user, "rightsOfficer")) {
            return "rightsOfficer";
        }
        return Stream.concat(parties().stream(), Stream.of(Party.FRONTEX))
                .flatMap(party -> MAY_STOP.stream().map(role -> party + role))
                .filter(group -> isMember(user, group))
                .findFirst()
                .orElse(null);
    }

    private boolean orders(String user, Map<String, String> fields) {
        String group = stopsAs(user);
        if (group == null || !flight.stage().maySuspend()) {
            return false;
        }
        String whom = Objects.requireNonNull(fields.get("stopped"));
        orders.add(new StopOrder(
                flight.reference(),
                orders.size() + 1,
                whom.equals("ALL") ? null : new Party(whom),
                Cause.COURT,
                "a court",
                user,
                group,
                now,
                null));
        askAnew();
        return true;
    }

    private boolean lifts(String user, int number) {
        String group = stopsAs(user);
        if (group == null || !flight.stage().maySuspend()) {
            return false;
        }
        try {
            orders.set(number - 1, orders.get(number - 1).lifted(user, Set.of(group), "seen", now));
        } catch (Conflict | NotYours refused) {
            return false;
        }
        askAnew();
        return true;
    }

    /** Whatever is asked at the moment is weighed and asked anew. */
    private void askAnew() {
        changed();
        if (place.isAskedAnew()) {
            tasks.clear();
            weigh();
        }
    }

    private boolean suspends(String user) {
        boolean may = isMember(user, "rightsOfficer") || isMember(user, "executive");
        if (!may || flight.isSuspended() || !flight.stage().maySuspend()) {
            return false;
        }
        flight = flight.suspended("a report");
        suspendedBy = user;
        advisedBy = null;
        ofFlight.add(new Open(ADVISE, "rightsOfficer", flight.organiser(), Set.of()));
        changed();
        return true;
    }

    private boolean postpones(String user, String departure) {
        ZonedDateTime later = LocalDateTime.parse(departure.replace(' ', 'T'))
                .atZone(flight.departure().getZone());
        if (!isMember(user, flight.organiser() + "coordinator") || flight.isSuspended()) {
            return false;
        }
        try {
            flight = flight.postponedTo(later, now);
        } catch (Refusal refused) {
            return false;
        }
        flight = flight.reached(Stage.PERMITS, now);
        outcome = Outcome.RECALLED;
        place = Place.RECALLED;
        tasks.clear();
        tasks.add(new Open(Place.RECALLED.task(), flight.organiser() + "coordinator", flight.organiser(), Set.of()));
        journeyChanged();
        return true;
    }

    private boolean leavesBehind(String user, Party party) {
        boolean stands = isUnderWay() && place != Place.IN_THE_AIR && place != Place.COMING_BACK;
        HeadCount people = heads(party);
        int there = people.boarding() == null ? people.expected() : comeBack(party);
        if (!isMember(user, flight.organiser() + "escortleader") || !stands || there == 0) {
            return false;
        }
        takeOff(party, GatePoint.BOARDING, stop, there, user);
        askAnew();
        return true;
    }

    /** Whoever of its people was counted on board is not any more. */
    private boolean withdraws(String user, Party party) {
        Participation part = part(party);
        if (flight.stage().isAfterDeparture()
                || !isMember(user, party + "coordinator")
                || party.equals(flight.organiser())
                || !part.mayWithdraw()) {
            return false;
        }
        parts.set(
                parts.indexOf(part), part.withdrawn(WithdrawalCause.LEGAL, "nobody answers", now, flight.departure()));
        states = takingPart();
        ofFlight.add(new Open(ACKNOWLEDGE, flight.organiser() + "coordinator", party, Set.of()));
        journeyChanged();
        askAnew();
        return true;
    }

    /** All work on it ends but for the reviews of who is restrained. */
    private boolean cancels(String user) {
        boolean may = isMember(user, flight.organiser() + "coordinator")
                || isMember(user, "manager")
                || isMember(user, "executive");
        if (!may || flight.stage().isAfterDeparture()) {
            return false;
        }
        ofFlight.clear();
        isCancelled = true;
        end();
        return true;
    }

    private boolean restrains(String user, Party party, int persons) {
        boolean there = flight.stage() == Stage.OPERATION || isUnderWay();
        boolean may = isMember(user, party + "escortleader") || isMember(user, flight.organiser() + "escortleader");
        if (!may || !there || onBoard(party) == 0) {
            return false;
        }
        try {
            safeguards().requireMayRestrain(party, persons, onBoard(party));
        } catch (Refusal refused) {
            return false;
        }
        int number = restraints.size() + 1;
        restraints.add(Restraint.begun(flight.reference(), number, party, persons, now, user, now));
        changed();
        return true;
    }

    private boolean reviews(int number, Move.Complete move) {
        Restraint restraint = restraints.get(number - 1);
        int persons = number(move, "stillRestrained");
        boolean ends = "END".equals(move.fields().get("restraintReview"));
        if (ends != (persons == 0) || persons > restraint.persons()) {
            return false;
        }
        List<Restraint.Review> reviews = new ArrayList<>(restraint.reviews());
        reviews.add(restraint.reviewed(persons, move.user(), now));
        restraints.set(
                number - 1,
                new Restraint(
                        flight.reference(),
                        number,
                        restraint.party(),
                        restraint.assessments(),
                        restraint.started(),
                        restraint.by(),
                        reviews));
        changed();
        return true;
    }

    private boolean ends(String user) {
        boolean may = isMember(user, flight.organiser() + "escortleader") || isMember(user, "executive");
        if (!may || !isUnderWay() || place == Place.COMING_BACK) {
            return false;
        }
        outcome = Outcome.ABORTED;
        comeBack();
        return true;
    }

    /** Whether a form could clear the departure now. */
    boolean canClear() {
        return !flight.isSuspended()
                && safeguards().mayDepart(stop).isGivenBut(safeguards().askedBeforeLeaving(stop));
    }

    /** Of the stops that are open the first. */
    Optional<StopOrder> openOrder() {
        return orders.stream().filter(StopOrder::isOpen).min(Comparator.comparing(StopOrder::number));
    }
}
