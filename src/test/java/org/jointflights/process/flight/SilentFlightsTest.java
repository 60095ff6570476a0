package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.deadlines.LateTasks;
import org.jointflights.application.deadlines.LateTasks.Late;
import org.jointflights.application.deadlines.TellOfDeadlines;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.settlement.SignStatements;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleSteps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Flights in which people answer late, never, twice or for somebody else, at random, on the real models: each ends in a state that has
 * a name, nobody waits for longer than the table allows without somebody being told, no aircraft stays with its carrier, and every
 * account is even. They end before they leave; what happens in flight {@code RandomWalksOnTheModelsTest} walks.
 */
class SilentFlightsTest extends FlightCase {

    private static final int FLIGHTS = Integer.getInteger("silence.flights", 15);
    private static final long SEED = Long.getLong("silence.seed", 2026);

    /** Long enough that everybody who has to be told is told, whatever the calendar. */
    private static final Duration SILENCE = Duration.ofDays(14);

    private static final Money CHARTER = Money.euro(4_000_000);
    private static final Map<Party, Seats> DECLARED = Map.of(
            FR, new Seats(4, 8, 1, 1, 1, 0),
            GB, new Seats(5, 10, 0, 0, 0, 0),
            SE, new Seats(1, 3, 0, 0, 0, 0));

    @Autowired
    TellOfDeadlines deadlines;

    @Autowired
    LateTasks late;

    @Autowired
    Outbox outbox;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    Contracts contracts;

    @Autowired
    SignStatements signing;

    private final Map<String, Long> daysWaited = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final Map<String, Integer> told = new TreeMap<>();

    @Test
    void every_flight_ends_and_nobody_waits_in_silence() {
        for (int i = 0; i < FLIGHTS; i++) {
            long seed = SEED + i;
            Course course = new Course(new Random(seed));
            try {
                course.run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dsilence.seed=" + seed + " after " + course.happened + ": " + e, e);
            }
            outbox.of(course.flight).forEach(notice -> told.merge(notice.text().code(), 1, Integer::sum));
            ends.merge(flights.get(course.flight).stage().name(), 1, Integer::sum);
        }
        System.out.println("ended: " + ends);
        System.out.println("days waited, by task: " + daysWaited);
        told.keySet().removeIf(code -> !code.endsWith(".due") && !code.endsWith(".late"));
        System.out.println("reminders and escalations: " + told);
    }

    private final class Course {

        private final Random random;
        private final List<String> happened = new ArrayList<>();
        private OperationReference flight;
        private String endedBy = "";

        private Course(Random random) {
            this.random = random;
            clock.set(Instant.parse("2027-01-11T09:00:00Z"));
            flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB, SE");
        }

        private boolean once(int in, String step) {
            boolean yes = random.nextInt(in) == 0;
            if (yes) {
                happened.add(step);
            }
            return yes;
        }

        private void run() {
            Set<Party> in = answers();
            if (in.size() < 2) {
                users.as("frcoordinator").completes("userTask_consolidatePlan", flight, Map.of("decision", "GIVE_UP"));
                givenUp();
                return;
            }
            goesOn(in);
        }

        private void goesOn(Set<Party> in) {
            steps.plan(flight, "Air One", CHARTER, 60, "CGLPL");
            steps.budget(flight, List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE")));
            if (once(6, "three objections")) {
                objectsThreeTimes();
                exampleUsers.complete(
                        "manager1", "userTask_fixKey", flight, Map.of("decision", "END", "reason", "no key"));
                givenUp();
                return;
            }
            assertThatThrownBy(() -> exampleUsers.complete(
                            "nofinance1", "userTask_acceptShare", flight, Map.of("answer", "ACCEPT")))
                    .as("a group that is not asked")
                    .hasMessageStartingWith("nofinance1 sees no task userTask_acceptShare");
            if (!shares(in)) {
                cancels();
                return;
            }
            Map<Party, Money> ceilings = new TreeMap<>();
            in.forEach(state -> ceilings.put(state, Money.euro(0)));
            if (once(4, "no ceilings")) {
                silence();
                cancels();
                return;
            }
            steps.ceilings(flight, ceilings, party -> "NATIONAL");
            if (once(4, "nobody signs")) {
                silence();
                if (once(2, "ended after a refusal")) {
                    exampleUsers.complete(
                            "fxfinance1",
                            "userTask_signDecisionForFrontex",
                            flight,
                            Map.of("answer", "REFUSE", "reason", "too late"));
                    exampleUsers.complete(
                            "frcoordinator",
                            "userTask_decideRejection",
                            flight,
                            Map.of("answer", "END", "reason", "nobody signs"));
                    givenUp();
                } else {
                    cancels();
                }
                return;
            }
            steps.signatures(flight);
            exampleUsers.completeAll("userTask_giveGo", flight, form -> Map.of("answer", "SIGN"));
            if (once(5, "no contract")) {
                silence();
            } else {
                exampleUsers.complete(
                        "frcoordinator",
                        "userTask_contractCarrier",
                        flight,
                        Map.of("price", "40,000.00", "signed", "yes"));
                if (once(3, "no permits")) {
                    silence();
                } else {
                    exampleUsers.completeByExample(flight);
                }
            }
            cancels();
        }

        private Set<Party> answers() {
            Set<Party> in = new TreeSet<>();
            for (Party party : List.of(FR, GB, SE)) {
                if (party.equals(FR) || !once(4, party + " does not answer")) {
                    steps.takesPart(flight, party, DECLARED.get(party), party.equals(GB) ? "STN" : "CDG", "");
                    in.add(party);
                }
            }
            if (in.size() < 3) {
                passes(Duration.ofDays(45));
            }
            return in;
        }

        /** Whether everybody who is left has accepted. */
        private boolean shares(Set<Party> in) {
            List<Party> others = in.stream().filter(party -> !party.equals(FR)).toList();
            if (once(3, "a share is not answered")) {
                Party silent = others.get(random.nextInt(others.size()));
                steps.acceptShares(flight, Set.of(silent));
                silence();
                if (others.size() == 1) {
                    return false;
                }
                exampleUsers.as(
                        "frcoordinator",
                        () -> acts.perform(flight, acts.named("drop-state"), Map.of("party", silent.code())));
                exampleUsers.runJobs(flight);
                exampleUsers.complete(
                        "frcoordinator", "userTask_acknowledgeWithdrawal", flight, Map.of("note", "seen"));
                in.remove(silent);
            }
            steps.acceptShares(flight, Set.of());
            return true;
        }

        private void objectsThreeTimes() {
            for (int round = 1; round <= 3; round++) {
                exampleUsers.complete(
                        "frfinance1", "userTask_acceptShare", flight, Map.of("answer", "OBJECT", "reason", "too dear"));
                steps.acceptShares(flight, Set.of());
                if (round < 3) {
                    exampleUsers.complete(
                            "frcoordinator",
                            "userTask_decideObjection",
                            flight,
                            Map.of("decision", "KEEP", "reason", "as agreed"));
                }
            }
        }

        /** Nobody does anything for so long, and of everything that was due somebody is told. */
        private void silence() {
            passes(SILENCE);
            List<String> once =
                    outbox.of(flight).stream().map(notice -> notice.once()).toList();
            List<Late> overdue = late.overdue(flight, clock.instant());
            assertThat(overdue).isNotEmpty();
            for (Late task : overdue) {
                daysWaited.merge(
                        task.task(),
                        Duration.between(task.since(), clock.instant()).toDays(),
                        Long::sum);
                assertThat(once)
                        .as("somebody is told of %s, due %s", task.task(), task.due())
                        .anyMatch(notice -> notice.contains("task-late-" + task.id()));
            }
        }

        private void passes(Duration time) {
            clock.advance(time);
            exampleUsers.fireTimersUntil(clock.instant(), flight);
            for (int telling = 1; telling > 0; ) {
                telling = deadlines.tell();
            }
        }

        private void cancels() {
            endedBy = List.of("frcoordinator", "manager1", "executive1").get(random.nextInt(3));
            happened.add("cancelled by " + endedBy);
            exampleUsers.as(endedBy, () -> cancellation.cancel(flight, "nobody answers", null));
            exampleUsers.runJobs(flight);
            if (once(2, "no claims")) {
                passes(Duration.ofDays(120));
                passes(Duration.ofDays(60));
            }
            nobodyElseClaims(flight);
            certifies(flight, Map.of(), Map.of("decision", "NOT_ELIGIBLE", "reason", "no such clause"));
            if (!signing.toSign(flight).isEmpty() && once(2, "objects twice")) {
                disputes();
            }
            exampleUsers.completeAll("userTask_signStatement", flight, form -> Map.of("answer", "SIGN"));
            if (exampleUsers.open(flight).contains("userTask_confirmPayment") && once(2, "no payment confirmed")) {
                passes(Duration.ofDays(61));
                exampleUsers.completeAll(
                        "userTask_decidePayment",
                        flight,
                        form -> Map.of(
                                "outcome", "WAIVED",
                                "document", "M/1",
                                "documentDate", clock.instant().toString().substring(0, 10),
                                "reason", "nobody answers"));
            }
            steps.settle(
                    flight,
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                    form -> transfers.get(form.number("transfer")).amount());
            exampleUsers.runJobs(flight);
            if (!users.timers("event_termOver", flight).isEmpty()) {
                erases(flight);
            }
            assertEnded(flight, "endEvent_cancelled", Stage.CANCELLED);
            released();
        }

        private void disputes() {
            List<Party> toSign = signing.toSign(flight);
            Party objector = toSign.get(random.nextInt(toSign.size()));
            String finance = ExampleSteps.user(objector, "finance2");
            Map<String, String> objection = Map.of("answer", "OBJECT", "reason", "too much");
            exampleUsers.complete(finance, "userTask_signStatement", flight, objection);
            assertThatThrownBy(() -> exampleUsers.as(finance, () -> signing.object(flight, objector, "twice")))
                    .as("twice at once")
                    .isInstanceOf(Conflict.class);
            exampleUsers.completeAll("userTask_signStatement", flight, form -> Map.of("answer", "SIGN"));
            exampleUsers.complete(
                    "frfinance1",
                    "userTask_answerObjection",
                    flight,
                    Map.of("decision", "STANDS", "answer", "It is right."));
            exampleUsers.complete(finance, "userTask_signStatement", flight, objection);
            exampleUsers.complete(
                    endedBy.equals("executive1") ? "executive2" : "executive1",
                    "userTask_decideDispute",
                    flight,
                    Map.of("decision", "STANDS", "answer", "As agreed."));
        }

        private void givenUp() {
            exampleUsers.runJobs(flight);
            erases(flight);
            assertEnded(flight, "endEvent_givenUp", Stage.GIVEN_UP);
            released();
        }

        private void released() {
            assertThat(contracts.standing(flight)).isEmpty();
            assertThat(accounts.of(flight).ledger().isEven()).isTrue();
            assertThat(transfers.of(flight)).noneMatch(transfer -> transfer.isOpen());
        }
    }
}
