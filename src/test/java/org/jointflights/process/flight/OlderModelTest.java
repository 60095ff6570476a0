package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.overview.DeployedModels;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A flight that was proposed before its models were changed is carried to the end of its boarding by those of before. */
class OlderModelTest extends FlightCase {

    private static final Money CHARTER = Money.euro(10_000_000);
    private static final List<String> CHANGED = List.of("jointFlight", "flightOperation");
    private static final String BEFORE = "name=\"Carry the flight out\"";
    private static final String AFTER = "name=\"Carry the flight out anew\"";

    @Autowired
    RepositoryService models;

    @Autowired
    DeployedModels drawn;

    @Test
    void a_flight_passes_its_gates_and_boards_on_the_models_with_which_it_began() throws IOException {
        on("2026-01-07T09:00:00Z");
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2026-05-20 09:30", 200, "GB");
        Map<String, ProcessDefinition> began = Map.of(
                "jointFlight", newest("jointFlight"),
                "flightOperation", newest("flightOperation"));

        withChangedModels(changed -> {
            assertThat(newest("flightOperation").getDeploymentId()).isEqualTo(changed);
            toOperation(flight);
            assertThat(exampleUsers.open(flight)).as("before the first gates").isEmpty();

            for (int day : new int[] {28, 21, 14, 10, 7, 5, 3, 2, 1}) {
                onDayBefore(flight, day);
                assertOnOldModel(flight, began);
                steps.confirmOpenGates(flight);
            }
            boardingOpens(flight);
            assertThat(exampleUsers.open(flight)).contains("userTask_confirmBoarding");
            assertOnOldModel(flight, began);
            board(flight, Map.of(FR, new Seats(10, 12, 1, 1, 1, 0), GB, new Seats(5, 8, 0, 0, 0, 0)));

            assertThat(flights.get(flight).stage()).isEqualTo(Stage.IN_FLIGHT);
            assertThat(drawn.xml(flight, "flightOperation"))
                    .as("the diagram on the flight's page")
                    .hasValueSatisfying(model -> assertThat(model).contains(BEFORE));
            assertOnOldModel(flight, began);
        });

        began.forEach((model, before) -> assertThat(newest(model).getId()).isEqualTo(before.getId()));
    }

    private void toOperation(OperationReference flight) {
        on("2026-01-20T09:00:00Z");
        steps.takesPart(flight, FR, new Seats(10, 12, 1, 1, 1, 0), "CDG", "LOS");
        steps.takesPart(flight, GB, new Seats(5, 8, 0, 0, 0, 0), "STN", "LOS");
        on("2026-01-28T09:00:00Z");
        steps.plan(flight, "Carrier", CHARTER, 200, "CGLPL");
        steps.budget(flight, List.of(common("CHARTER", 10_000_000, FR, "PER_SEAT")));
        steps.acceptShares(flight, Set.of());
        steps.ceilings(
                flight, Map.of(FR, CHARTER, GB, Money.euro(0)), party -> party.equals(FR) ? "FRONTEX" : "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
    }

    /** Whatever is asked of anybody for that flight is asked by the models of then. */
    private void assertOnOldModel(OperationReference flight, Map<String, ProcessDefinition> began) {
        List<Task> open = tasks.createTaskQuery()
                .processVariableValueEquals("reference", flight.value())
                .list();
        assertThat(open)
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getProcessDefinitionId())
                        .isEqualTo(Objects.requireNonNull(began.get("flightOperation"))
                                .getId()));
        began.forEach(
                (model, before) -> assertThat(users.instance(model, flight).getProcessDefinitionId())
                        .isEqualTo(before.getId()));
    }

    private ProcessDefinition newest(String model) {
        return models.createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .latestVersion()
                .singleResult();
    }

    /** As a new release deploys them: all models and forms together. Afterwards those of before are the newest again. */
    private void withChangedModels(Consumer<String> meanwhile) throws IOException {
        DeploymentBuilder release = models.createDeployment();
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        for (String kind : List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form")) {
            for (Resource file : files.getResources("classpath:" + kind)) {
                String name = Objects.requireNonNull(file.getFilename());
                release.addString(name, changed(name, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        }
        String deployment = release.deploy().getId();
        try {
            meanwhile.accept(deployment);
        } finally {
            models.deleteDeployment(deployment, true);
        }
    }

    private static String changed(String name, String model) {
        if (CHANGED.stream().noneMatch(changed -> name.equals(changed + ".bpmn"))) {
            return model;
        }
        assertThat(model).contains(BEFORE);
        return model.replace(BEFORE, AFTER);
    }
}
