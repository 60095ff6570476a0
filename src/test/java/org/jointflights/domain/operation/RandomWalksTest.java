package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.process.operation.GatesByTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Flights on which people answer, fall silent, come late, stop, lift and try at random. Whenever somebody boards, leaves or is
 * handed over, the record of what was said is read again by rules written down a second time, row by row of the table; and
 * wherever a walk ends there is a task or an act that leads on. {@code -Dwalks=100000} walks longer than the build.
 */
class RandomWalksTest {

    private static final long SEED = 20261127;
    private static final int WALKS = Integer.getInteger("walks", 1500);
    private static final int STEPS = 45;

    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Party GB = new Party("GB");
    private static final Party FR = new Party("FR");
    private static final Party BE = new Party("BE");
    private static final List<Party> STATES = List.of(BE, FR, GB);
    private static final GateRules RULES = GatesByTable.on(LocalDate.of(2027, 4, 20));
    private static final Map<Gate, Duration> FRESH = new EnumMap<>(Gate.class);
    private static final int LAST = 3;
    private static final Seats ABOARD = new Seats(10, 10, 1, 1, 1, 0);
    private static final Journey JOURNEY = Journey.of(
            FlightToTirana.since(REFERENCE, Instant.EPOCH),
            List.of(state(BE, "STN", "PRN"), state(FR, "LIL", null), state(GB, "STN", "TIA")));

    static {
        for (GateRule row : RULES.rows()) {
            if (row.fresh() != null) {
                FRESH.put(row.gate(), Objects.requireNonNull(row.fresh()));
            }
        }
    }

    private static Participation state(Party party, String embarkation, @Nullable String handOver) {
        return new Participation(
                REFERENCE, party, Status.COMMITTED, ABOARD, embarkation, handOver, null, Instant.EPOCH, null);
    }

    private final Random random = new Random(SEED);
    private int boarded;
    private int left;
    private int handedOver;
    private int heldBack;

    @Test
    void none_boards_leaves_or_is_handed_over_past_what_is_unmet_and_none_ends_without_a_way_on() {
        for (int walk = 0; walk < WALKS; walk++) {
            new Walk().walk(walk);
        }

        assertThat(List.of(boarded, left, handedOver, heldBack))
                .as("the walks go everywhere: boarded, left, handed over, held back")
                .allMatch(count -> count > WALKS / 10);
    }

    /** One flight. */
    private final class Walk {

        private final List<GateAnswer> answers = new ArrayList<>();
        private final List<StopOrder> orders = new ArrayList<>();
        private final Map<Party, Seats> aboard = new TreeMap<>();
        private final Set<Party> gone = new HashSet<>();
        private Instant now = Instant.parse("2027-04-20T06:00:00Z");
        private int stop;
        private boolean over;
        private @Nullable Safeguards known;
        private int knownState;
        private Instant knownAt = now;

        /** Half of the walks begin with everything confirmed until boarding, so that they come far. */
        void walk(int number) {
            boolean far = random.nextInt(4) > 0;
            if (far) {
                Safeguards blank = safeguards();
                GatePoint.countDown().forEach(point -> blank.askedAt(point).forEach(this::confirm));
            }
            for (int step = 0; step < STEPS && !over; step++) {
                step();
            }
            if (!over) {
                assertThat(leadsOn())
                        .as("walk %d ends at stop %d without a way on", number, stop)
                        .isTrue();
            }
        }

        /** Read anew when anything was said, ordered or counted, or time has passed. */
        private Safeguards safeguards() {
            int state = answers.size() * 31 + aboard.size();
            if (known == null || state != knownState || !now.equals(knownAt)) {
                known = new Safeguards(
                        JOURNEY, RULES, answers, orders, Set.of(), aboard, FlightToTirana.LANDING_ALLOWED, now);
                knownState = state;
                knownAt = now;
            }
            return known;
        }

        private void step() {
            switch (random.nextInt(20)) {
                case 0 -> now = now.plus(Duration.ofMinutes(random.nextInt(60)));
                case 1 -> now = now.plus(Duration.ofHours(random.nextInt(5)));
                case 2 -> now = now.plus(Duration.ofHours(random.nextInt(4) == 0 ? 20 : 1));
                case 3 -> {
                    if (random.nextInt(3) == 0) {
                        order();
                    }
                }
                case 4, 5 -> lift();
                case 6 -> stopGate();
                case 7, 8, 9, 10, 11, 12 -> everybodyAnswers();
                case 13, 14 -> board();
                case 15, 16 -> leave();
                default -> handOver();
            }
        }

        private List<Question> asked() {
            Safeguards here = safeguards();
            List<Question> asked = new ArrayList<>(here.askedBeforeLeaving(stop));
            STATES.stream()
                    .filter(party -> passage(party).leavesAt() == stop && !gone.contains(party))
                    .forEach(party -> asked.addAll(here.askedBeforeHandOver(party)));
            return asked;
        }

        /** Some are silent, and whoever is stopped cannot be confirmed. */
        private void everybodyAnswers() {
            int silent = random.nextInt(3) == 0 ? 3 : 40;
            Safeguards before = safeguards();
            for (Question question : asked()) {
                if (random.nextInt(silent) != 0 && before.openOrder(question).isEmpty()) {
                    confirm(question);
                }
            }
            now = now.plusSeconds(60);
        }

        private void confirm(Question question) {
            say(question, Verdict.CONFIRMED);
        }

        private void stopGate() {
            List<Question> asked = asked();
            if (!asked.isEmpty() && random.nextInt(3) == 0) {
                say(asked.get(random.nextInt(asked.size())), Verdict.STOP);
            }
        }

        private void say(Question question, Verdict verdict) {
            answers.add(new GateAnswer(REFERENCE, question, verdict, null, "somebody", now));
        }

        private void order() {
            known = null;
            Party whom = random.nextInt(4) == 0 ? null : STATES.get(random.nextInt(STATES.size()));
            orders.add(new StopOrder(
                    REFERENCE, orders.size() + 1, whom, Cause.COURT, "", "somebody", "FRlegal", now, null));
        }

        private void lift() {
            known = null;
            orders.stream().filter(StopOrder::isOpen).findFirst().ifPresent(order -> {
                orders.set(order.number() - 1, order.lifted("another", Set.of("GBlegal"), "seen", now));
                now = now.plusSeconds(60);
            });
        }

        private void board() {
            for (Party party : STATES) {
                if (passage(party).boardsAt() == stop
                        && !aboard.containsKey(party)
                        && safeguards().mayBoard(party).isGiven()) {
                    requireMet(untilBoarded(party), List.of(party), "boards");
                    aboard.put(party, ABOARD);
                    boarded++;
                }
            }
        }

        private void leave() {
            if (stop == LAST) {
                return;
            }
            if (!safeguards().mayDepart(stop).isGiven()) {
                heldBack++;
                return;
            }
            List<Party> flying = STATES.stream()
                    .filter(party -> passage(party).leavesAt() > stop)
                    .toList();
            List<Question> due = new ArrayList<>();
            for (Party party : flying) {
                due.addAll(passage(party).boardsAt() <= stop ? untilBoarded(party) : countDown(party));
                for (int k = 1; k <= stop; k++) {
                    due.addAll(stopover(party, k));
                }
            }
            requireMet(due, flying, "leaves");
            assertThat(aboard.keySet())
                    .containsAll(flying.stream()
                            .filter(party -> passage(party).boardsAt() <= stop)
                            .toList());
            stop++;
            left++;
            now = now.plus(Duration.ofHours(1));
        }

        private void handOver() {
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
                    handedOver++;
                    // Who was not handed over where they were to leave flies back.
                    over = stop == LAST && gone.containsAll(List.of(FR, GB));
                }
            }
        }

        /** The record read a second time, with loops and without {@link Safeguards}. */
        private void requireMet(List<Question> due, List<Party> whom, String what) {
            for (StopOrder order : orders) {
                assertThat(order.isOpen() && whom.stream().anyMatch(order::concerns))
                        .as("%s %s past stop %d", whom, what, order.number())
                        .isFalse();
            }
            for (Question question : due) {
                GateAnswer last = null;
                GateAnswer newest = null;
                GateAnswer ofGate = null;
                for (GateAnswer answer : answers) {
                    boolean sameGate = answer.question().gate() == question.gate()
                            && answer.question().party().equals(question.party());
                    if (sameGate) {
                        ofGate = answer;
                    }
                    if (sameGate && !isVoid(answer)) {
                        last = answer.question().equals(question) ? answer : last;
                        newest = answer.isStop() ? newest : answer;
                    }
                }
                assertThat(last != null && !last.isStop())
                        .as("%s %s without %s", whom, what, question)
                        .isTrue();
                assertThat(Objects.requireNonNull(ofGate).isStop())
                        .as("%s %s while %s is stopped", whom, what, question)
                        .isFalse();
                Duration fresh = FRESH.get(question.gate());
                assertThat(now.isAfter(Objects.requireNonNull(newest).at().plus(Objects.requireNonNull(fresh))))
                        .as("%s %s with %s grown old", whom, what, question)
                        .isFalse();
            }
        }

        private boolean isVoid(GateAnswer answer) {
            for (StopOrder order : orders) {
                StopOrder.Lift lift = order.lift();
                boolean about = order.party() == null
                        || (!answer.question().gate().isForFlight()
                                && Objects.equals(
                                        order.party(), answer.question().party()));
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
                    due.add(
                            row.gate().isForFlight()
                                    ? new Question(GB, row.gate(), row.point(), 0)
                                    : new Question(
                                            party,
                                            row.gate(),
                                            row.point(),
                                            passage(party).boardsAt()));
                }
            }
            return due;
        }

        private List<Question> countDown(Party party) {
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

        private List<Question> rows(Party party, GatePoint point, int k) {
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
            boolean task = asked().stream()
                    .anyMatch(question -> !here.isConfirmed(question) || here.isStale(question) || isStopped(question));
            boolean act = orders.stream().anyMatch(StopOrder::isOpen)
                    || STATES.stream()
                            .anyMatch(party -> passage(party).boardsAt() == stop && !aboard.containsKey(party))
                    || !here.mayDepart(stop).against().isEmpty();
            boolean step = here.mayDepart(stop).isGiven()
                    || STATES.stream()
                            .anyMatch(party -> passage(party).leavesAt() == stop
                                    && !gone.contains(party)
                                    && here.mayHandOver(party).isGiven());
            return task || act || step || countDownIsOpen(here);
        }

        private boolean isStopped(Question question) {
            return safeguards().openStops().stream()
                    .anyMatch(stopped -> stopped.question().gate() == question.gate()
                            && stopped.question().party().equals(question.party()));
        }

        /** The tasks of the days before departure. */
        private boolean countDownIsOpen(Safeguards here) {
            return GatePoint.countDown().stream()
                    .flatMap(point -> here.askedUntil(point).stream())
                    .anyMatch(question -> !here.isConfirmed(question));
        }

        private Passage passage(Party party) {
            return JOURNEY.passageOf(party).orElseThrow();
        }
    }
}
