package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.flights.Contracts;
import org.jointflights.application.planning.Quotes;
import org.jointflights.application.planning.RoutePlanner;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/**
 * Flights begun on the models as they were before a changed plan went back for quotes (in {@code models-of-before}; the
 * others have hardly changed since): they run on to their end on those models, under the code of today.
 */
class EarlierModelsTest extends FlightCase {

    private static final Money CHARTER = Money.euro(4_000_000);

    private static final List<String> MODELS = List.of(
            "models-of-before/jointFlight.bpmn",
            "models-of-before/flightPlanning.bpmn",
            "models-of-before/flightApproval.bpmn",
            "bpmn/stateParticipation.bpmn",
            "bpmn/costSharing.bpmn",
            "bpmn/flightOperation.bpmn",
            "bpmn/settlement.bpmn",
            "bpmn/approvalRoute.dmn");

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RoutePlanner routes;

    @Autowired
    Quotes quotes;

    @Autowired
    SignedVersions versions;

    @Autowired
    Contracts contracts;

    private Deployment earlier;

    @BeforeEach
    void deployEarlierModels() {
        DeploymentBuilder deployment = models.createDeployment().name("earlier models");
        for (String model : MODELS) {
            String name = model.substring(model.lastIndexOf('/') + 1);
            try {
                deployment.addInputStream(name, new ClassPathResource(model).getInputStream());
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        earlier = deployment.deploy();
    }

    @AfterEach
    void deleteEarlierModels() {
        models.deleteDeployment(earlier.getId(), true);
    }

    @Test
    void a_plan_changed_while_the_costs_are_entered_leaves_the_carrier_that_was_chosen() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB");
        answered(flight);
        play.plan(flight, "Air One", CHARTER, 60, "CGLPL");

        changesRoute(flight, "ACC");

        assertThat(quotes.of(flight)).hasSize(1);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(players.open(flight)).containsExactly("userTask_addCostItem");
    }

    @Test
    void a_plan_changed_while_a_carrier_is_chosen_leaves_the_quotes_to_choose_from() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB");
        answered(flight);
        players.complete(
                "frcoordinator",
                "userTask_consolidatePlan",
                flight,
                Map.of(
                        "decision", "settled",
                        "escortLeader", "FR escort service",
                        "doctor", "FR medical service",
                        "interpreter", "FR interpreters",
                        "monitor", "CGLPL",
                        "emptySeats", "COMMITTED"));
        play.quote(flight, "Air One", Money.euro(4_000_000), 60);

        changesRoute(flight, "ACC");

        players.complete("frcoordinator", "userTask_chooseCarrier", flight, Map.of("quote", "1"));
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
    }

    @Test
    void a_plan_changed_in_approval_and_at_the_contract_is_shared_and_signed_anew_and_the_chosen_carrier_contracted() {
        OperationReference flight = inApproval();

        changesRoute(flight, "ACC");
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(quotes.of(flight)).hasSize(1);
        assertThat(versions.current(flight)).isEmpty();
        agreesAgain(flight);
        assertThat(players.open(flight)).containsExactly("userTask_contractCarrier");

        postpones(flight);
        assertThat(players.open(flight)).containsExactly("userTask_contractCarrier");

        changesRoute(flight, "LOS");
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(players.open(flight)).containsExactly("userTask_addCostItem");
        assertThat(quotes.of(flight)).hasSize(1);
        agreesAgain(flight);

        players.complete(
                "frcoordinator", "userTask_contractCarrier", flight, Map.of("price", "40,000.00", "signed", true));
        assertThat(contracts.of(flight)).extracting(Contract::carrier).containsExactly("Air One");
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.PERMITS);
    }

    @Test
    void shares_that_no_longer_hold_are_not_frozen_and_the_flight_can_be_moved_back_in_the_engine() {
        OperationReference flight = shared();
        Flight before = flights.get(flight);
        flights.put(before.planned(routes.plan("CDG, STN", "ACC"), ZoneId.of("Europe/Paris"), 60));
        assertThatThrownBy(() -> ceilings(flight)).hasStackTraceContaining("sharesOutdated");
        assertThat(versions.current(flight)).isEmpty();
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.APPROVAL);

        // No role of the application may do this: it takes the engine's own API.
        runtime.createProcessInstanceModification(
                        desk.instance("flightApproval", flight).getId())
                .cancelAllForActivity("serviceTask_freezeVersion")
                .startBeforeActivity("serviceTask_voidSignatures")
                .execute();
        players.runJobs(flight);

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(players.open(flight)).containsExactly("userTask_addCostItem");
    }

    @Test
    void a_form_of_before_still_says_which_flight_it_is() {
        OperationReference flight = shared();

        assertThat(desk.open("userTask_setCeilings", flight))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(tasks.getVariablesLocal(task.getId()))
                        .extractingByKey("flight")
                        .asString()
                        .contains(flight.value(), "Nigeria", "CDG – STN – LOS"));
    }

    private OperationReference inApproval() {
        OperationReference flight = shared();
        ceilings(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.APPROVAL);
        return flight;
    }

    private OperationReference shared() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB");
        answered(flight);
        play.plan(flight, "Air One", CHARTER, 60, "CGLPL");
        play.budget(flight, List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE")));
        play.acceptShares(flight, Set.of());
        return flight;
    }

    private void answered(OperationReference flight) {
        play.takesPart(flight, FR, new Seats(4, 8, 1, 1, 1, 0), "CDG", "");
        play.takesPart(flight, GB, new Seats(5, 10, 0, 0, 0, 0), "STN", "");
    }

    private void agreesAgain(OperationReference flight) {
        players.complete("frcoordinator", "userTask_addCostItem", flight, Map.of("action", "NOTHING"));
        play.acceptShares(flight, Set.of());
        ceilings(flight);
        play.signatures(flight);
        players.completeAll("userTask_giveGo", flight, form -> Map.of("answer", "SIGN"));
    }

    private void ceilings(OperationReference flight) {
        Map<Party, Money> ceilings = new TreeMap<>();
        ceilings.put(FR, Money.euro(0));
        ceilings.put(GB, Money.euro(0));
        play.ceilings(flight, ceilings, party -> "NATIONAL");
    }

    private void changesRoute(OperationReference flight, String destination) {
        players.as(
                "frcoordinator",
                () -> course.changePlan(flight, routes.plan("CDG, STN", destination), 60, "no landing permit"));
        players.runJobs(flight);
    }

    private void postpones(OperationReference flight) {
        ZonedDateTime later = flights.get(flight).departure().plusMonths(1);
        players.as("frcoordinator", () -> course.postpone(flight, later, "no slot"));
        players.runJobs(flight);
    }
}
