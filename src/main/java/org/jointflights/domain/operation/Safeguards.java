package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.Actor;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.FlightType;
import org.jspecify.annotations.Nullable;

/**
 * What a flight's gates say at this moment. A gate that is not confirmed is not passed: unanswered, stopped,
 * confirmed too long ago, asked of nobody and not counted all mean no.
 */
public final class Safeguards {

    /** How long after the planned departure an aircraft may still leave under the answers for that day. */
    private static final Duration LATEST = Duration.ofHours(24);

    private record Subject(Party party, Gate gate) {

        static Subject of(Question question) {
            return new Subject(question.party(), question.gate());
        }
    }

    private final Journey journey;
    private final GateRules rules;
    private final List<GateAnswer> answers;
    private final List<StopOrder> orders;
    private final Set<Party> emptied;
    private final Map<Party, Seats> aboard;
    private final Circumstances circumstances;
    private final Instant now;

    /** What was said last, of what counts: nothing does that was said before a stop of those people was lifted. */
    private final Map<Question, GateAnswer> last = new HashMap<>();

    private final Map<Subject, GateAnswer> lastConfirmations = new HashMap<>();
    private final Map<Subject, GateAnswer> lastOfAll = new LinkedHashMap<>();
    private final Set<Question> confirmedInVain = new HashSet<>();

    /**
     * Reads the record once.
     *
     * @param rules the table of gates that holds for this operation
     * @param answers all of this operation, the oldest first
     * @param orders all stops of the flight that somebody has ordered, open and lifted
     * @param emptied the states of whose people nobody is on the list or on board any more
     * @param aboard by the states whose people were counted, who of them is on board or has flown
     * @param circumstances what else is on record of the flight as it stands
     * @param now what the age of an answer is measured by
     */
    public Safeguards(
            Journey journey,
            GateRules rules,
            List<GateAnswer> answers,
            List<StopOrder> orders,
            Set<Party> emptied,
            Map<Party, Seats> aboard,
            Circumstances circumstances,
            Instant now) {
        this.journey = journey;
        this.rules = rules;
        this.answers = List.copyOf(answers);
        this.orders = List.copyOf(orders);
        this.emptied = Set.copyOf(emptied);
        this.aboard = Collections.unmodifiableMap(new TreeMap<>(aboard));
        this.circumstances = circumstances;
        this.now = now;
        this.answers.forEach(this::read);
    }

    private void read(GateAnswer answer) {
        Question question = answer.question();
        Subject subject = Subject.of(question);
        lastOfAll.put(subject, answer);
        if (!counts(answer)) {
            if (!answer.isStop()) {
                confirmedInVain.add(question);
            }
        } else {
            last.put(question, answer);
            if (!answer.isStop()) {
                lastConfirmations.put(subject, answer);
            }
        }
    }

    /** Who flies from where to where. */
    public Journey journey() {
        return journey;
    }

    /** The states of whose people nobody is on the list or on board any more. */
    public Set<Party> emptied() {
        return emptied;
    }

    /** The table of gates that holds. */
    public GateRules rules() {
        return rules;
    }

    /** All of this operation, the oldest first. */
    public List<GateAnswer> answers() {
        return answers;
    }

    /** What is asked at a point before the departure. */
    public List<Question> askedAt(GatePoint point) {
        return Stream.concat(
                        journey.passages().stream().flatMap(passage -> ofParty(passage, point, 0)), ofFlight(point, 0))
                .toList();
    }

    /** What is asked at a point of the count-down, and again what was confirmed before it and is void since a stop was lifted. */
    public List<Question> askedUntil(GatePoint point) {
        return Stream.concat(
                        askedAt(point).stream(),
                        GatePoint.countDown().stream()
                                .filter(earlier -> earlier.compareTo(point) < 0)
                                .flatMap(earlier -> askedAt(earlier).stream())
                                .filter(this::isVoid))
                .toList();
    }

    /**
     * What is asked where the aircraft stands, before it may leave: of those who board, again of those aboard, and again
     * what was confirmed too long ago.
     */
    public List<Question> askedBeforeLeaving(int stop) {
        Set<Question> questions = new LinkedHashSet<>();
        for (Passage passage : journey.passages()) {
            if (passage.boardsAt() == stop) {
                ofParty(passage, GatePoint.BOARDING, stop).forEach(questions::add);
            } else if (passage.isAboardAt(stop)) {
                ofParty(passage, GatePoint.STOPOVER, stop).forEach(questions::add);
            }
        }
        if (stop == 0) {
            ofFlight(GatePoint.BOARDING, 0).forEach(questions::add);
        } else if (isAnybodyAboardAt(stop)) {
            ofFlight(GatePoint.STOPOVER, stop).forEach(questions::add);
        }
        addGrownOld(questions, dueBeforeLeaving(stop));
        return List.copyOf(questions);
    }

    /** What is asked after landing, before the state's people leave the aircraft, and what has grown too old on the way. */
    public List<Question> askedBeforeHandOver(Party party) {
        return journey.passageOf(party).map(this::askedBeforeHandOver).orElse(List.of());
    }

    private List<Question> askedBeforeHandOver(Passage passage) {
        Set<Question> questions = new LinkedHashSet<>(lastCall(passage));
        addGrownOld(questions, dueBeforeHandOver(passage));
        return List.copyOf(questions);
    }

    private List<Question> lastCall(Passage passage) {
        if (!isToBeProtected(passage)) {
            return List.of();
        }
        return Stream.concat(
                        ofParty(passage, GatePoint.LAST_CALL, passage.leavesAt()),
                        ofFlight(GatePoint.LAST_CALL, passage.leavesAt()))
                .toList();
    }

    /** Of what is due, what is void since a stop was lifted, and one question for each gate that has grown too old. */
    private void addGrownOld(Set<Question> questions, List<Question> due) {
        Set<Subject> asked = questions.stream().map(Subject::of).collect(Collectors.toCollection(HashSet::new));
        for (Question question : due) {
            if (isVoid(question) || (isStale(question) && asked.add(Subject.of(question)))) {
                questions.add(question);
            }
        }
    }

    /** Whether the state's people may go on board. */
    public Clearance mayBoard(Party party) {
        return journey.passageOf(party)
                .map(passage ->
                        clearance(untilBoarded(passage), List.of(passage), List.of(), lateness(passage.boardsAt())))
                .orElseGet(() -> nobody(party));
    }

    /** Whether the aircraft may leave the stop, 0 being the start. */
    public Clearance mayDepart(int stop) {
        List<Passage> flyingOn = flyingOn(stop);
        if (flyingOn.isEmpty()) {
            return nobody(journey.organiser());
        }
        List<Sentence> against = new ArrayList<>(lateness(stop));
        against.addAll(
                PermitsInForce.against(circumstances, journey.destinationsAfter(stop), journey.departure(), now));
        flyingOn.forEach(passage -> noticeStillRuns(passage).forEach(against::add));
        List<Party> uncounted = uncounted(flyingOn.stream().filter(passage -> passage.boardsAt() <= stop));
        if (uncounted.isEmpty()) {
            against.addAll(CrewAboard.missing(journey.kind(), aboardAfter(stop), circumstances.destinationEscorts()));
        }
        return clearance(dueBeforeLeaving(stop), flyingOn, uncounted, against);
    }

    /** Whether the state's people may be handed over where they leave the aircraft. */
    public Clearance mayHandOver(Party party) {
        return journey.passageOf(party).map(this::mayHandOver).orElseGet(() -> nobody(party));
    }

    private Clearance mayHandOver(Passage passage) {
        List<Question> due = new ArrayList<>(dueBeforeHandOver(passage));
        due.addAll(lastCall(passage));
        return clearance(due, List.of(passage), uncounted(Stream.of(passage)), List.of());
    }

    /** Throws {@link BadInput} if a state has fewer decisions on record, or handed out fewer complaint forms, than it has people on board. */
    public void requireEvidenceFor(Party party, int returnees) {
        requireNotMore(party, Gate.RETURN_DECISION, Evidence::count, returnees, "operation.moreThanDecisions");
        requireNotMore(party, Gate.NOTICE_AND_LAWYER, Evidence::people, returnees, "operation.moreThanForms");
    }

    private void requireNotMore(
            Party party, Gate gate, Function<Evidence, @Nullable Integer> shown, int returnees, String code) {
        lastConfirmation(party, gate)
                .map(GateAnswer::evidence)
                .map(shown)
                .filter(people -> returnees > people)
                .ifPresent(people -> {
                    throw BadInput.of("returnees", returnees, code, people);
                });
    }

    /**
     * Throws {@link Conflict} on a flight of people who leave of their own will, and before the list of restraints was
     * confirmed; {@link BadInput} for more people than are aboard of that state.
     */
    public void requireMayRestrain(Party party, int persons, int onBoard) {
        if (journey.kind() == FlightType.VOLUNTARY) {
            throw Conflict.of("operation.restraint.voluntary", party);
        }
        boolean stopped = openStops().stream().anyMatch(stop -> stop.question().gate() == Gate.RESTRAINT_AND_CREW);
        if (stopped
                || lastConfirmation(journey.organiser(), Gate.RESTRAINT_AND_CREW)
                        .isEmpty()) {
            throw Conflict.of("operation.restraint.noList", party, Gate.RESTRAINT_AND_CREW);
        }
        int already = circumstances.restrained(party);
        if (persons + already > onBoard) {
            throw BadInput.of("assessments", persons, "operation.restraint.moreThanAboard", onBoard, party, already);
        }
    }

    /** Throws {@link Conflict} while any of the state's people are restrained: nobody arrives in cuffs. */
    public void requireUnrestrained(Party party) {
        int restrained = circumstances.restrained(party);
        if (restrained > 0) {
            throw Conflict.of("operation.restraint.notEnded", party, restrained);
        }
    }

    /** The last confirmation of a gate, whenever it was asked. */
    public Optional<GateAnswer> lastConfirmation(Party party, Gate gate) {
        return lastConfirmation(new Subject(party, gate));
    }

    /** The last answer of a state to a gate decides whether that gate is stopped, whenever it was asked. */
    public List<GateAnswer> openStops() {
        return lastOfAll.values().stream().filter(GateAnswer::isStop).toList();
    }

    /** Only if the last thing said to this very question is a confirmation. */
    public boolean isConfirmed(Question question) {
        GateAnswer said = last.get(question);
        return said != null && !said.isStop();
    }

    /** Whether it was confirmed, but before a stop was lifted: whoever was stopped is verified from the beginning. */
    public boolean isVoid(Question question) {
        return confirmedInVain.contains(question) && !isConfirmed(question);
    }

    /** The open stop that somebody has ordered of those whom the question is about. */
    public Optional<StopOrder> openOrder(Question question) {
        return orders.stream()
                .filter(StopOrder::isOpen)
                .filter(order -> isAbout(order, question))
                .findFirst();
    }

    /**
     * Whether the person may confirm it. Throws {@link Conflict} while somebody has stopped those whom it is about, and
     * {@link NotYours} for one's own stop, unless the people whom it concerned leave the list with the answer, and for two
     * gates that the table wants answered by two people.
     *
     * @param together what the same person confirms at the same time
     */
    public void requireMayConfirm(Question question, String person, boolean peopleLeave, List<Question> together) {
        openOrder(question).ifPresent(order -> {
            throw Conflict.of("operation.order.notWhileOpen", question.gate(), order.number(), order.whom());
        });
        GateAnswer stop = lastOfAll.get(Subject.of(question));
        if (!peopleLeave && stop != null && stop.isStop() && Actor.share(stop.by(), person)) {
            throw NotYours.of("operation.ownStop", question.gate());
        }
        Set<Gate> apart = rules.apartFrom(question.gate());
        Stream.concat(
                        answers.stream()
                                .filter(answer -> !answer.isStop() && Actor.share(answer.by(), person))
                                .map(GateAnswer::question),
                        together.stream())
                .filter(other -> other.party().equals(question.party()) && apart.contains(other.gate()))
                .findFirst()
                .ifPresent(other -> {
                    throw NotYours.of("operation.apart", question.gate(), other.words());
                });
    }

    private boolean counts(GateAnswer answer) {
        for (StopOrder order : orders) {
            StopOrder.Lift lift = order.lift();
            if (lift != null
                    && isAbout(order, answer.question())
                    && !answer.at().isAfter(lift.at())) {
                return false;
            }
        }
        return true;
    }

    /** What is asked of the flight as a whole is asked again where all of it was stopped. */
    private static boolean isAbout(StopOrder order, Question question) {
        return question.gate().isForFlight() ? order.party() == null : order.concerns(question.party());
    }

    /**
     * Whether its gate was confirmed, the last time too long ago, wherever that was asked, or before the states told of
     * more people with needs than the escorts know of.
     */
    public boolean isStale(Question question) {
        return lastConfirmation(Subject.of(question))
                .filter(confirmation ->
                        rules.isStale(question.gate(), confirmation.at(), now) || needsHaveGrown(confirmation))
                .isPresent();
    }

    private boolean needsHaveGrown(GateAnswer confirmation) {
        Integer known = confirmation.evidence().people();
        return confirmation.question().gate() == Gate.RESTRAINT_AND_CREW && known != null && known < needsTold();
    }

    /** Of how many people the states have told the organiser that the escorts must know what they need. */
    public int needsTold() {
        return lastConfirmations.values().stream()
                .filter(answer -> answer.question().gate() == Gate.NEEDS_TOLD
                        && !emptied.contains(answer.question().party()))
                .map(answer -> answer.evidence().people())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** What the committed crew lacks of what the law wants aboard; in words. */
    public List<Sentence> missingInPlan() {
        Map<Party, Seats> planned = new TreeMap<>();
        journey.passages().forEach(passage -> planned.put(passage.party(), passage.committed()));
        return CrewAboard.missingInPlan(journey.kind(), planned);
    }

    private Optional<GateAnswer> lastConfirmation(Subject subject) {
        return Optional.ofNullable(lastConfirmations.get(subject));
    }

    private Clearance clearance(
            List<Question> due, List<Passage> passages, List<Party> uncounted, List<Sentence> against) {
        List<Passage> protectedOnes =
                passages.stream().filter(this::isToBeProtected).toList();
        Map<Subject, Question> stale = new LinkedHashMap<>();
        due.stream().filter(this::isStale).forEach(question -> stale.putIfAbsent(Subject.of(question), question));
        return new Clearance(
                due.stream().filter(Predicate.not(this::isConfirmed)).toList(),
                List.copyOf(stale.values()),
                openStops().stream()
                        .filter(stop -> protectedOnes.stream().anyMatch(passage -> concerns(stop, passage)))
                        .toList(),
                uncounted,
                Stream.concat(ordered(protectedOnes), against.stream()).toList());
    }

    private Stream<Sentence> ordered(List<Passage> passages) {
        return orders.stream()
                .filter(StopOrder::isOpen)
                .filter(order -> passages.stream().anyMatch(passage -> order.concerns(passage.party())))
                .map(order -> Sentence.of("operation.order.open", order.number(), order.whom()));
    }

    /** A stop for the flight concerns everybody. */
    private static boolean concerns(GateAnswer stop, Passage passage) {
        return stop.question().gate().isForFlight() || stop.question().party().equals(passage.party());
    }

    private List<Passage> flyingOn(int stop) {
        return journey.passages().stream()
                .filter(passage -> passage.leavesAt() > stop)
                .toList();
    }

    private List<Question> dueBeforeLeaving(int stop) {
        List<Question> due = new ArrayList<>(countDownOfFlight());
        for (Passage passage : flyingOn(stop)) {
            due.addAll(passage.boardsAt() <= stop ? untilBoarded(passage) : countDown(passage));
            due.addAll(stopovers(passage, stop));
        }
        due.addAll(stopoversOfFlight(stop));
        return due;
    }

    private List<Question> dueBeforeHandOver(Passage passage) {
        List<Question> due = new ArrayList<>(untilBoarded(passage));
        due.addAll(stopovers(passage, passage.leavesAt()));
        due.addAll(stopoversOfFlight(passage.leavesAt() - 1));
        return due;
    }

    private List<Question> untilBoarded(Passage passage) {
        List<Question> due = new ArrayList<>(countDownOfFlight());
        ofFlight(GatePoint.BOARDING, 0).forEach(due::add);
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
        return GatePoint.countDown().stream()
                .flatMap(point -> ofFlight(point, 0))
                .toList();
    }

    private List<Question> stopovers(Passage passage, int upTo) {
        return journey.stops().stream()
                .filter(stop -> stop <= upTo && passage.isAboardAt(stop))
                .flatMap(stop -> ofParty(passage, GatePoint.STOPOVER, stop))
                .toList();
    }

    private List<Question> stopoversOfFlight(int upTo) {
        return journey.stops().stream()
                .filter(stop -> stop <= upTo && isAnybodyAboardAt(stop))
                .flatMap(stop -> ofFlight(GatePoint.STOPOVER, stop))
                .toList();
    }

    /** A state that has, or had, nobody but staff on the flight is asked nothing, and nothing stops it. */
    private boolean isToBeProtected(Passage passage) {
        return passage.hasReturnees() && !emptied.contains(passage.party());
    }

    private boolean isAnybodyAboardAt(int stop) {
        return journey.passages().stream().anyMatch(passage -> passage.isAboardAt(stop) && isToBeProtected(passage));
    }

    /** Staff stays on the aircraft to the end; of the people those who have not been handed over. */
    private Map<Party, Seats> aboardAfter(int stop) {
        Map<Party, Seats> after = new TreeMap<>();
        for (Passage passage : journey.passages()) {
            Seats counted = aboard.get(passage.party());
            if (counted != null && passage.boardsAt() <= stop) {
                after.put(passage.party(), passage.leavesAt() > stop ? counted : counted.withoutReturnees());
            }
        }
        return after;
    }

    /** An aircraft that did not leave on its day waits for a new date: what was said was said for that day. */
    private List<Sentence> lateness(int stop) {
        ZonedDateTime planned = journey.departure();
        return stop == 0 && now.isAfter(planned.toInstant().plus(LATEST))
                ? List.of(Sentence.of("operation.dayOver", planned.toLocalDate()))
                : List.of();
    }

    private Stream<Sentence> noticeStillRuns(Passage passage) {
        return lastConfirmation(new Subject(passage.party(), Gate.NOTICE_AND_LAWYER)).stream()
                .flatMap(answer ->
                        NoticePeriod.endOf(
                                passage.party(),
                                answer.evidence(),
                                journey.departure().getZone())
                                .stream())
                .filter(end -> now.isBefore(end.toInstant()))
                .map(end -> Sentence.of("operation.noticeStillRuns", passage.party(), end.toLocalDate()));
    }

    private List<Party> uncounted(Stream<Passage> passages) {
        return passages.map(Passage::party)
                .filter(party -> !aboard.containsKey(party))
                .toList();
    }

    private static Clearance nobody(Party party) {
        return new Clearance(List.of(), List.of(), List.of(), List.of(party), List.of());
    }

    private Stream<Question> ofParty(Passage passage, GatePoint point, int stop) {
        return rules.askedAt(point, false).stream()
                .filter(gate -> isToBeProtected(passage))
                .map(gate -> new Question(passage.party(), gate, point, stop));
    }

    private Stream<Question> ofFlight(GatePoint point, int stop) {
        return rules.askedAt(point, true).stream().map(gate -> new Question(journey.organiser(), gate, point, stop));
    }
}
