package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.approval.SignPlan;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleSteps.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to a flight besides the straight way: at each stage, through the tasks and acts of those concerned. */
class FlightCourseTest extends FlightCase {

    private static final Money CHARTER = Money.euro(4_000_000);
    private static final Map<Party, Seats> DECLARED = Map.of(
            FR, new Seats(4, 8, 1, 1, 1, 0),
            GB, new Seats(5, 10, 0, 0, 0, 0),
            SE, new Seats(1, 3, 0, 0, 0, 0));
    private static final List<Line> BUDGET =
            List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE"), direct("CONNECTING_FLIGHT", 200_000, SE));

    @Autowired
    Splits splits;

    @Autowired
    SignedVersions versions;

    @Autowired
    SignPlan signatures;

    @Autowired
    Contracts contracts;

    @Autowired
    Cancellations cancellations;

    @Autowired
    PlanRoute routes;

    @Autowired
    Quotes quotes;

    @Test
    void before_the_commitment_a_state_that_withdraws_is_left_out_of_a_new_split() {
        OperationReference flight = at(Stage.COST_SHARING);
        exampleUsers.complete("gbfinance1", "userTask_acceptShare", flight, Map.of("answer", "ACCEPT"));
        assertThat(shares(flight)).containsEntry("SE", "6000.00");

        withdraws(flight, SE);

        assertThat(exampleUsers.open(flight))
                .containsExactly("userTask_acceptShare", "userTask_acceptShare", "userTask_acknowledgeWithdrawal");
        assertThat(shares(flight)).containsOnly(Map.entry("FR", "17777.78"), Map.entry("GB", "22222.22"));
        acknowledges(flight);
        steps.acceptShares(flight, Set.of());
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.APPROVAL);
    }

    @Test
    void a_state_that_withdraws_while_others_sign_voids_the_signatures_and_the_costs_are_shared_anew() {
        OperationReference flight = at(Stage.APPROVAL);
        exampleUsers.completeAll("userTask_signDecisionForFrontex", flight, form -> Map.of("answer", "SIGN"));
        String first = versions.current(flight).orElseThrow().hash();

        withdraws(flight, SE);

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(versions.current(flight)).isEmpty();
        assertThat(versions.signatures(flight)).isNotEmpty().noneMatch(signature -> signature.counts());
        acknowledges(flight);
        sharesAgain(flight);
        assertThat(shares(flight)).containsOnly(Map.entry("FR", "17777.78"), Map.entry("GB", "22222.22"));
        ceilings(flight, FR, GB);
        steps.signatures(flight);
        goes(flight);
        assertThat(versions.current(flight).orElseThrow().hash()).isNotEqualTo(first);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.CONTRACTING);
    }

    @Test
    void after_the_commitment_the_signed_version_stands_and_a_withdrawal_nobody_notes_does_not_hold_the_closing() {
        OperationReference flight = at(Stage.OPERATION);
        String signed = versions.current(flight).orElseThrow().hash();
        Map<String, String> agreed = shares(flight);

        withdraws(flight, SE);

        assertThat(versions.current(flight).orElseThrow().hash()).isEqualTo(signed);
        assertThat(signatures.hold(flight)).isTrue();
        assertThat(participations.get(flight, SE).status()).isEqualTo(Participation.Status.WITHDRAWN);
        assertThat(shares(flight)).isEqualTo(agreed);
        departs(flight);
        steps.fly(flight, DECLARED);
        assertThat(flown.of(flight)).containsOnlyKeys(FR, GB);
        assertThat(exampleUsers.open(flight)).contains("userTask_acknowledgeWithdrawal");

        on("2027-07-19T09:00:00Z");
        everybodyClaims(flight, BUDGET);
        certifies(flight, Map.of(), Map.of("decision", "NOT_ELIGIBLE", "reason", "shared by the states"));
        assertThat(borne(flight)).isEqualTo(agreed);
        settles(flight);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_acknowledgeWithdrawal");

        users.fireTimer("boundaryEvent_withdrawalNotedByTime", flight);
        users.runJobs(flight);
        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
    }

    @Test
    void a_flight_postponed_while_it_is_offered_sets_the_reply_clocks_anew() {
        OperationReference flight = at(Stage.PLANNING);
        Instant before = deadline(flight);
        on("2027-03-05T09:00:00Z");

        postpones(flight, "2027-06-20T09:30:00+02:00[Europe/Paris]");

        assertThat(deadline(flight)).isAfter(before);
        assertThat(flights.get(flight).postponed()).isEqualTo(1);
        assertThat(users.open("userTask_answerOffer", flight))
                .hasSize(3)
                .allSatisfy(task -> assertThat(task.getDueDate()).isEqualTo(Date.from(deadline(flight))));
    }

    @Test
    void a_flight_postponed_while_it_is_signed_gets_a_new_version_with_the_same_shares() {
        OperationReference flight = at(Stage.APPROVAL);
        int split = splits.current(flight).orElseThrow().number();

        postpones(flight, "2027-06-20T09:30:00+02:00[Europe/Paris]");

        assertThat(exampleUsers.open(flight)).containsExactly("userTask_setCeilings");
        ceilings(flight, FR, GB, SE);
        assertThat(versions.current(flight).orElseThrow().number()).isEqualTo(2);
        assertThat(splits.current(flight).orElseThrow().number()).isEqualTo(split);
    }

    /** The rate is that of the month of the flight. */
    @Test
    void a_flight_postponed_into_another_month_before_the_commitment_is_converted_anew() {
        OperationReference flight = at(Stage.COST_SHARING, List.of(foreign()));
        rate(flight, "10.0000");
        assertThat(shares(flight)).containsOnly(Map.entry("SE", "1000.00"));
        steps.acceptShares(flight, Set.of());
        ceilings(flight, FR, GB, SE);

        postpones(flight, "2027-05-21T09:30:00+02:00[Europe/Paris]");
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_setCeilings");
        ceilings(flight, FR, GB, SE);
        postpones(flight, "2027-06-20T09:30:00+02:00[Europe/Paris]");

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        exampleUsers.complete("frcoordinator", "userTask_addCostItem", flight, Map.of("action", "NOTHING"));
        rate(flight, "8.0000");
        assertThat(shares(flight)).containsOnly(Map.entry("SE", "1250.00"));
    }

    @Test
    void what_happens_while_the_ceilings_are_set_is_in_the_shares_that_are_signed() {
        OperationReference flight = at(Stage.COST_SHARING);
        steps.acceptShares(flight, Set.of());
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_setCeilings");

        withdraws(flight, SE);
        acknowledges(flight);
        ceilings(flight, FR, GB);

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(versions.of(flight)).isEmpty();
        sharesAgain(flight);
        assertThat(shares(flight)).containsOnly(Map.entry("FR", "17777.78"), Map.entry("GB", "22222.22"));
    }

    @Test
    void a_flight_postponed_before_it_left_is_called_back_and_permits_and_signatures_are_checked_again() {
        OperationReference flight = at(Stage.OPERATION);
        passGates(flight, 28, 21);

        postpones(flight, "2027-06-20T09:30:00+02:00[Europe/Paris]");

        assertThat(exampleUsers.open(flight)).containsExactly("userTask_recordPermits");
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.PERMITS);
        Task permits = users.as("frcoordinator").open("userTask_recordPermits", flight);
        assertThatThrownBy(() -> users.as("frcoordinator").completes(permits, permits("2027-05-20")))
                .hasRootCauseInstanceOf(BadInput.class);
        users.as("frcoordinator").completes(permits, permits("2027-06-20"));
        exampleUsers.runJobs(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.OPERATION);
        assertThat(contracts.of(flight)).hasSize(1);
        assertThat(users.timers("event_gatesOpen", flight))
                .extracting(Job::getDuedate)
                .containsExactly(Date.from(Instant.parse("2027-05-22T22:00:00Z")));
    }

    @Test
    void a_plan_changed_while_it_is_offered_leaves_the_offer_open() {
        OperationReference flight = at(Stage.PLANNING);

        changesRoute(flight);

        assertThat(flights.get(flight).route()).hasToString("CDG – STN – ACC – CDG");
        assertThat(users.open("userTask_answerOffer", flight)).hasSize(3);
    }

    @Test
    void a_plan_changed_while_a_carrier_is_chosen_asks_for_quotes_anew() {
        OperationReference flight = at(Stage.COST_SHARING);
        changesRoute(flight);
        settlesAgain(flight);
        steps.quote(flight, "Air One", Money.euro(4_000_000), 60);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_chooseCarrier");

        exampleUsers.as("frcoordinator", () -> plan.change(flight, routes.plan("CDG, STN", "LOS"), 60, "as it was"));
        exampleUsers.runJobs(flight);

        assertThat(exampleUsers.open(flight)).containsExactly("userTask_enterQuote");
        Task quote = users.as("frcoordinator").open("userTask_enterQuote", flight);
        assertThat(users.shown(quote, "quoteRows")).hasToString("[]");
        assertThat(quotes.of(flight)).isEmpty();
    }

    /** No quote fits the new route: the plan goes back for one, and costs and signatures follow. */
    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"COST_SHARING", "APPROVAL", "CONTRACTING"})
    void a_plan_changed_before_a_carrier_is_contracted_goes_back_for_quotes(Stage stage) {
        OperationReference flight = at(stage);
        assertThat(quotes.of(flight)).hasSize(1);

        changesRoute(flight);

        assertThat(exampleUsers.open(flight)).containsExactly("userTask_consolidatePlan");
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.PLANNING);
        assertThat(quotes.of(flight)).isEmpty();
        assertThat(versions.current(flight)).isEmpty();
        settlesAgain(flight);
        steps.quote(flight, "Air Two", Money.euro(5_000_000), 60);
        exampleUsers.complete("frcoordinator", "userTask_chooseCarrier", flight, Map.of("quote", "1"));
        exampleUsers.complete(
                "frcoordinator",
                "userTask_addCostItem",
                flight,
                Map.of("action", "CHANGE", "item", "1", "amount", "50,000.00", "another", "NO"));
        steps.acceptShares(flight, Set.of());
        assertThat(shares(flight))
                .containsOnly(Map.entry("FR", "20000.00"), Map.entry("GB", "25000.00"), Map.entry("SE", "7000.00"));
        ceilings(flight, FR, GB, SE);
        steps.signatures(flight);
        goes(flight);
        exampleUsers.complete(
                "frcoordinator", "userTask_contractCarrier", flight, Map.of("price", "50,000.00", "signed", "yes"));
        assertThat(contracts.of(flight))
                .singleElement()
                .satisfies(contract -> assertThat(contract.carrier()).isEqualTo("Air Two"));
    }

    @Test
    void no_step_lies_between_the_commitment_and_the_contract_at_which_a_change_finds_nobody() {
        OperationReference flight = at(Stage.APPROVAL);
        steps.signatures(flight);
        Task go = users.as("executive1").open("userTask_giveGo", flight);
        users.as("executive1").completes(go, Map.of("answer", "SIGN"));

        List<Job> commit = users.jobs(flight);
        assertThat(commit).hasSize(1);
        users.run(commit.get(0));

        assertThat(exampleUsers.open(flight)).containsExactly("userTask_contractCarrier");
        changesRoute(flight);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_consolidatePlan");
        assertThat(contracts.of(flight)).isEmpty();
    }

    @Test
    void a_route_that_starts_elsewhere_is_told_in_that_airports_time() {
        OperationReference flight = at(Stage.PLANNING);

        exampleUsers.as(
                "frcoordinator",
                () -> plan.change(flight, routes.plan("STN, CDG", "LOS"), 60, "the aircraft stands at Stansted"));

        assertThat(flights.get(flight).departure()).hasToString("2027-05-20T08:30+01:00[Europe/London]");
    }

    @Test
    void no_carrier_is_contracted_for_a_plan_that_nobody_signed() {
        OperationReference flight = at(Stage.CONTRACTING);
        flights.put(flights.get(flight).planned(otherRoute(), ZoneId.of("Europe/Paris"), 60));

        assertThatThrownBy(() -> exampleUsers.complete(
                        "frcoordinator",
                        "userTask_contractCarrier",
                        flight,
                        Map.of("price", "40,000.00", "signed", "yes")))
                .hasRootCauseInstanceOf(Conflict.class);
        assertThat(contracts.of(flight)).isEmpty();
    }

    @Test
    void a_new_date_leaves_the_go_to_contract_as_it_is() {
        OperationReference flight = at(Stage.CONTRACTING);

        postpones(flight, "2027-06-20T09:30:00+02:00[Europe/Paris]");

        assertThat(exampleUsers.open(flight)).containsExactly("userTask_contractCarrier");
        assertThat(signatures.hold(flight)).isTrue();
    }

    @Test
    void a_plan_changed_after_the_commitment_is_shared_and_signed_anew_under_the_contract_that_stands() {
        OperationReference flight = at(Stage.OPERATION);

        changesRoute(flight);
        assertThat(signatures.hold(flight)).isFalse();
        exampleUsers.completeByExample(flight);

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_enterNewPrice");
        Task price = users.as("frcoordinator").open("userTask_enterNewPrice", flight);
        assertThat(price.getDueDate()).isNotNull();
        newPrice(flight, price, "46,000.00");
        sharesAgain(flight);
        assertThat(splits.current(flight).orElseThrow().input().items())
                .anyMatch(item -> item.amount().equals(Money.euro(4_600_000)));
        ceilings(flight, FR, GB, SE);
        steps.signatures(flight);
        goes(flight);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_recordPermits");
        assertThat(contracts.of(flight)).singleElement().satisfies(contract -> {
            assertThat(contract.price()).isEqualTo(Money.euro(4_600_000));
            assertThat(contract.priceAsked()).isNull();
        });
        exampleUsers.completeByExample(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.OPERATION);
    }

    @Test
    void while_a_flight_is_suspended_nothing_is_completed_until_it_is_resumed() {
        OperationReference flight = at(Stage.COST_SHARING);
        exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, "a report of ill-treatment"));
        exampleUsers.runJobs(flight);

        Task share = users.as("gbfinance1").open("userTask_acceptShare", flight);
        assertThatThrownBy(() -> users.as("gbfinance1").completes(share, Map.of("answer", "ACCEPT")))
                .hasRootCauseInstanceOf(Conflict.class)
                .rootCause()
                .hasMessage("Flight " + flight
                        + " is suspended: a report of ill-treatment. It must be resumed before this can be done.");
        assertThatThrownBy(() -> exampleUsers.as("executive1", () -> suspension.suspend(flight, "once more")))
                .isInstanceOf(Conflict.class);

        resumes(flight, "executive1", "the report was unfounded");
        users.as("gbfinance1").completes(share, Map.of("answer", "ACCEPT"));
        steps.acceptShares(flight, Set.of());
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.APPROVAL);
    }

    /** Fee in euro, by the ladder of 20, 40 and 100 per cent. */
    @ParameterizedTest
    @CsvSource({
        "PLANNING, 2027-03-02T09:00:00Z, ''",
        "COST_SHARING, 2027-03-02T09:00:00Z, ''",
        "APPROVAL, 2027-03-02T09:00:00Z, ''",
        "CONTRACTING, 2027-03-02T09:00:00Z, ''",
        "PERMITS, 2027-05-15T07:29:00Z, 8000.00",
        "PERMITS, 2027-05-15T07:30:00Z, 16000.00",
        "OPERATION, 2027-05-19T07:29:00Z, 16000.00",
        "OPERATION, 2027-05-19T07:30:00Z, 40000.00"
    })
    void a_flight_is_cancelled_at_any_stage_before_it_leaves_and_its_accounts_are_settled(
            Stage stage, String when, String fee) {
        OperationReference flight = at(stage);
        on(when);

        exampleUsers.as("frcoordinator", () -> cancellation.cancel(flight, "no landing permit", null));
        exampleUsers.runJobs(flight);

        assertThat(contracts.standing(flight)).isEmpty();
        assertThat(contracts.of(flight).stream()
                        .map(contract -> decimal(contract.penalty()))
                        .collect(Collectors.joining()))
                .isEqualTo(fee);
        assertThat(exampleUsers.open(flight)).containsOnly("userTask_enterActualCost");
        assertThatThrownBy(() -> exampleUsers.as("frcoordinator", () -> cancellation.cancel(flight, "again", null)))
                .isInstanceOf(Conflict.class);
        nobodyElseClaims(flight);
        certifies(flight, Map.of(), Map.of("decision", "NOT_ELIGIBLE", "reason", "no such clause"));
        settles(flight);
        assertEnded(flight, "endEvent_cancelled", Stage.CANCELLED);
        assertThat(accounts.of(flight).ledger().isEven()).isTrue();
    }

    @Test
    void once_the_aircraft_has_left_nobody_withdraws_postpones_changes_or_cancels() {
        OperationReference flight = at(Stage.OPERATION);
        departs(flight);
        board(flight, DECLARED);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.IN_FLIGHT);
        ZonedDateTime later = ZonedDateTime.parse("2027-06-20T09:30:00+02:00[Europe/Paris]");

        refused("secoordinator", () -> states.withdraw(flight, SE, WithdrawalCause.LEGAL, "too late"), Conflict.class);
        refused("frcoordinator", () -> postponement.postpone(flight, later, "too late"), Conflict.class);
        refused("frcoordinator", () -> plan.change(flight, otherRoute(), 100, "too late"), Conflict.class);
        refused("frcoordinator", () -> cancellation.cancel(flight, "too late", null), Conflict.class);
        assertThat(cancellations.of(flight)).isEmpty();
        assertThat(participations.get(flight, SE).status()).isEqualTo(Participation.Status.COMMITTED);
    }

    @Test
    void nobody_decides_what_is_not_theirs() {
        OperationReference flight = at(Stage.COST_SHARING);
        ZonedDateTime later = ZonedDateTime.parse("2027-06-20T09:30:00+02:00[Europe/Paris]");

        refused("gbcoordinator", () -> states.withdraw(flight, SE, WithdrawalCause.LEGAL, "for them"), NotYours.class);
        refused("sefinance1", () -> states.withdraw(flight, SE, WithdrawalCause.LEGAL, "not my role"), NotYours.class);
        refused(
                "frcoordinator",
                () -> states.withdraw(flight, FR, WithdrawalCause.LEGAL, "the organiser"),
                BadInput.class);
        refused("gbcoordinator", () -> postponement.postpone(flight, later, "later"), NotYours.class);
        refused("manager1", () -> plan.change(flight, otherRoute(), 100, "shorter"), NotYours.class);
        refused("manager1", () -> suspension.suspend(flight, "I think so"), NotYours.class);
        refused("gbcoordinator", () -> cancellation.cancel(flight, "no", null), NotYours.class);
        refused("frfinance1", () -> cancellation.cancel(flight, "no", null), NotYours.class);
        assertThat(flights.get(flight).postponed()).isZero();
        assertThat(flights.get(flight).suspendedFor()).isNull();
        assertThat(users.open("userTask_acceptShare", flight)).hasSize(3);
    }

    @Test
    void a_plan_that_somebody_refuses_to_sign_goes_back_to_the_sharing_of_costs() {
        OperationReference flight = at(Stage.APPROVAL);
        exampleUsers.completeAll("userTask_signDecisionForFrontex", flight, form -> Map.of("answer", "SIGN"));
        exampleUsers.complete(
                "gbfinance1",
                "userTask_signDecisionForState",
                flight,
                Map.of("answer", "REFUSE", "reason", "the ceiling is too low"));
        exampleUsers.complete(
                "frcoordinator",
                "userTask_decideRejection",
                flight,
                Map.of("answer", "REVISE", "reason", "the parties talk again"));

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_addCostItem");
        assertThat(versions.current(flight)).isEmpty();
    }

    @Test
    void a_flight_on_whose_costs_nobody_agrees_is_given_up_by_the_manager() {
        OperationReference flight = at(Stage.COST_SHARING);
        objectsThreeTimes(flight);
        exampleUsers.complete(
                "manager1", "userTask_fixKey", flight, Map.of("decision", "END", "reason", "no key will be accepted"));

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.GIVEN_UP);
        erases(flight);
        assertEnded(flight, "endEvent_givenUp", Stage.GIVEN_UP);
        refused("frcoordinator", () -> cancellation.cancel(flight, "too late", null), Conflict.class);
    }

    @Test
    void ended_by_the_manager_under_a_contract_it_is_cancelled_the_aircraft_given_back_and_everything_settled() {
        OperationReference flight = at(Stage.OPERATION);
        changesRoute(flight);
        exampleUsers.completeByExample(flight);
        newPrice(flight, users.as("frcoordinator").open("userTask_enterNewPrice", flight), "40,000.00");
        exampleUsers.complete(
                "frcoordinator", "userTask_addCostItem", flight, Map.of("action", "NOTHING", "another", "no"));
        objectsThreeTimes(flight);
        Task ending = users.as("manager1").open("userTask_fixKey", flight);
        assertThatThrownBy(() -> users.as("manager1")
                        .completes(ending, Map.of("decision", "END", "reason", "no key will be accepted")))
                .hasRootCauseInstanceOf(BadInput.class);
        assertThat(contracts.standing(flight)).isPresent();

        users.as("manager1")
                .completes(ending, Map.of("decision", "END", "causedBy", "GB", "reason", "no key will be accepted"));
        exampleUsers.runJobs(flight);

        assertReleasedAndSettled(flight);
    }

    @Test
    void ended_by_the_organiser_after_a_refusal_under_a_contract_it_is_cancelled_too() {
        OperationReference flight = at(Stage.OPERATION);
        changesRoute(flight);
        exampleUsers.completeByExample(flight);
        newPrice(flight, users.as("frcoordinator").open("userTask_enterNewPrice", flight), "40,000.00");
        sharesAgain(flight);
        ceilings(flight, FR, GB, SE);
        exampleUsers.completeAll("userTask_signDecisionForFrontex", flight, form -> Map.of("answer", "SIGN"));
        refusesToSign(flight);

        exampleUsers.complete(
                "frcoordinator",
                "userTask_decideRejection",
                flight,
                Map.of("answer", "END", "causedBy", "GB", "reason", "nobody gives in"));

        assertReleasedAndSettled(flight);
    }

    @Test
    void ended_by_the_organiser_after_a_refusal_before_a_contract_it_is_given_up_and_nobody_bears_anything() {
        OperationReference flight = at(Stage.APPROVAL);
        exampleUsers.completeAll("userTask_signDecisionForFrontex", flight, form -> Map.of("answer", "SIGN"));
        refusesToSign(flight);
        Task refusal = users.as("frcoordinator").open("userTask_decideRejection", flight);
        assertThatThrownBy(() -> users.as("frcoordinator")
                        .completes(refusal, Map.of("answer", "END", "causedBy", "GB", "reason", "nobody gives in")))
                .hasRootCauseInstanceOf(BadInput.class);

        users.as("frcoordinator").completes(refusal, Map.of("answer", "END", "reason", "nobody gives in"));
        exampleUsers.runJobs(flight);

        erases(flight);
        assertEnded(flight, "endEvent_givenUp", Stage.GIVEN_UP);
    }

    private void assertReleasedAndSettled(OperationReference flight) {
        assertThat(contracts.standing(flight)).isEmpty();
        assertThat(contracts.of(flight))
                .singleElement()
                .satisfies(contract -> assertThat(decimal(contract.penalty())).isEqualTo("8000.00"));
        assertThat(cancellations.of(flight))
                .hasValueSatisfying(
                        cancelled -> assertThat(cancelled.causedBy()).isEqualTo(GB));
        assertThat(exampleUsers.open(flight)).containsOnly("userTask_enterActualCost");
        nobodyElseClaims(flight);
        certifies(flight, Map.of(), Map.of("decision", "NOT_ELIGIBLE", "reason", "no such clause"));
        settles(flight);
        assertEnded(flight, "endEvent_cancelled", Stage.CANCELLED);
        assertThat(accounts.of(flight).ledger().isEven()).isTrue();
    }

    private void refusesToSign(OperationReference flight) {
        exampleUsers.complete(
                "gbfinance1",
                "userTask_signDecisionForState",
                flight,
                Map.of("answer", "REFUSE", "reason", "the ceiling is too low"));
    }

    private void objectsThreeTimes(OperationReference flight) {
        for (int round = 1; round <= 3; round++) {
            exampleUsers.complete(
                    "gbfinance1", "userTask_acceptShare", flight, Map.of("answer", "OBJECT", "reason", "too dear"));
            steps.acceptShares(flight, Set.of());
            if (round < 3) {
                exampleUsers.complete(
                        "frcoordinator",
                        "userTask_decideObjection",
                        flight,
                        Map.of("decision", "KEEP", "reason", "as agreed in the meeting"));
            }
        }
    }

    /** A flight that has come so far by everybody's tasks, and waits there. */
    private OperationReference at(Stage stage) {
        return at(stage, BUDGET);
    }

    private OperationReference at(Stage stage, List<Line> budget) {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB, SE");
        List<Runnable> acts = new ArrayList<>();
        acts.add(() -> {
            steps.takesPart(flight, FR, DECLARED.get(FR), "CDG", "");
            steps.takesPart(flight, GB, DECLARED.get(GB), "STN", "");
            steps.takesPart(flight, SE, DECLARED.get(SE), "CDG", "");
            steps.plan(flight, "Air One", CHARTER, 60, "CGLPL");
            steps.budget(flight, budget);
        });
        acts.add(() -> {
            steps.acceptShares(flight, Set.of());
            ceilings(flight, FR, GB, SE);
        });
        acts.add(() -> {
            steps.signatures(flight);
            goes(flight);
        });
        acts.add(() -> exampleUsers.complete(
                "frcoordinator", "userTask_contractCarrier", flight, Map.of("price", "40,000.00", "signed", "yes")));
        acts.add(() -> exampleUsers.completeByExample(flight));
        for (Runnable step : acts) {
            if (flights.get(flight).stage() != stage) {
                step.run();
            }
        }
        assertThat(flights.get(flight).stage()).isEqualTo(stage);
        return flight;
    }

    private static Map<String, Object> permits(String day) {
        return Map.of(
                "landingAnswer", "GRANTED",
                "landingNumber", "LP",
                "landingDay", day,
                "overflightAnswer", "GRANTED",
                "overflightNumber", "OF",
                "overflightDay", day);
    }

    private void ceilings(OperationReference flight, Party... states) {
        Map<Party, Money> ceilings = new TreeMap<>();
        for (Party state : states) {
            ceilings.put(state, Money.euro(0));
        }
        steps.ceilings(flight, ceilings, party -> "NATIONAL");
    }

    private void goes(OperationReference flight) {
        exampleUsers.completeAll("userTask_giveGo", flight, form -> Map.of("answer", "SIGN"));
    }

    /** In a currency that no other test uses, so that its rates are missing. */
    private static Line foreign() {
        return Line.direct("CONNECTING_FLIGHT", "bus", new Money(1_000_000, Currency.getInstance("DKK")), SE);
    }

    private void rate(OperationReference flight, String rate) {
        exampleUsers.complete(
                "frcoordinator",
                "userTask_enterRate",
                flight,
                Map.of("rate", rate, "rateSource", "assumed for the test"));
    }

    private void settlesAgain(OperationReference flight) {
        exampleUsers.complete(
                "frcoordinator",
                "userTask_consolidatePlan",
                flight,
                Map.of(
                        "decision",
                        "settled",
                        "escortLeader",
                        "FR escort service",
                        "doctor",
                        "FR medical service",
                        "interpreter",
                        "FR interpreters",
                        "monitor",
                        "CGLPL",
                        "emptySeats",
                        "COMMITTED"));
    }

    /** The budget stays as it is, and everybody accepts the new shares. */
    private void newPrice(OperationReference flight, Task task, String price) {
        users.as("frcoordinator").completes(task, Map.of("price", price, "agreed", "yes"));
        exampleUsers.runJobs(flight);
    }

    private void sharesAgain(OperationReference flight) {
        exampleUsers.complete("frcoordinator", "userTask_addCostItem", flight, Map.of("action", "NOTHING"));
        steps.acceptShares(flight, Set.of());
    }

    private void departs(OperationReference flight) {
        passGates(flight, 28, 1);
        boardingOpens(flight);
    }

    private void withdraws(OperationReference flight, Party party) {
        exampleUsers.as(
                party.code().toLowerCase(Locale.ROOT) + "coordinator",
                () -> states.withdraw(flight, party, WithdrawalCause.LEGAL, "its people were released"));
        exampleUsers.runJobs(flight);
    }

    private void acknowledges(OperationReference flight) {
        exampleUsers.complete("frcoordinator", "userTask_acknowledgeWithdrawal", flight, Map.of("note", "seen"));
    }

    private void postpones(OperationReference flight, String departure) {
        exampleUsers.as(
                "frcoordinator",
                () -> postponement.postpone(flight, ZonedDateTime.parse(departure), "the airport is closed"));
        exampleUsers.runJobs(flight);
    }

    private void changesRoute(OperationReference flight) {
        exampleUsers.as("frcoordinator", () -> plan.change(flight, otherRoute(), 60, "landing at Accra instead"));
        exampleUsers.runJobs(flight);
    }

    private Route otherRoute() {
        return routes.plan("CDG, STN", "ACC");
    }

    private Instant deadline(OperationReference flight) {
        return users.timers("boundaryEvent_deadline", flight)
                .get(0)
                .getDuedate()
                .toInstant();
    }

    private Map<String, String> shares(OperationReference flight) {
        return splits.current(flight).orElseThrow().totals().entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .collect(Collectors.toMap(entry -> entry.getKey().code(), entry -> decimal(entry.getValue())));
    }

    private void refused(String user, Runnable act, Class<? extends RuntimeException> as) {
        assertThatThrownBy(() -> exampleUsers.as(user, act)).isInstanceOf(as);
    }
}
