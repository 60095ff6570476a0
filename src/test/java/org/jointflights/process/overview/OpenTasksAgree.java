package org.jointflights.process.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.overview.FlightFailures;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.OperationReference;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * After the tests of a class with an engine: our table of open tasks says what the engine's does, and so do the failed steps.
 */
public final class OpenTasksAgree implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext tests) {
        compare(SpringExtension.getApplicationContext(tests));
    }

    /** Compares both, whatever has been done until now. */
    public static void compare(ApplicationContext application) {
        EngineOpenWork engine = application.getBean(EngineOpenWork.class);
        Map<OperationReference, List<WaitingTask>> there = engine.tasks();
        List<OperationReference> flights = application
                .getBean(JdbcClient.class)
                .sql("select reference from flight")
                .query((row, number) -> new OperationReference(row.getString(1)))
                .list();
        Map<OperationReference, List<WaitingTask>> kept =
                application.getBean(OpenTasks.class).of(flights);
        Map<String, Instant> due = new HashMap<>();
        kept.values().forEach(tasks -> tasks.forEach(task -> due.put(task.id(), task.due())));
        // A timer that has fired is gone from the engine; what it was the date of is still late.
        Map<OperationReference, Set<WaitingTask>> expected = there.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        flight -> flight.getValue().stream()
                                .map(task -> task.due() == null ? due(task, due.get(task.id())) : task)
                                .collect(Collectors.toSet())));
        Map<OperationReference, Set<WaitingTask>> found = new HashMap<>();
        kept.forEach((flight, tasks) -> found.put(flight, new HashSet<>(tasks)));
        assertThat(Stream.concat(found.keySet().stream(), expected.keySet().stream())
                        .distinct()
                        .filter(flight -> !Objects.equals(found.get(flight), expected.get(flight)))
                        .map(flight -> flight + ": kept " + found.get(flight) + ", open " + expected.get(flight)))
                .as("flights of which other tasks are kept than are open")
                .isEmpty();
        assertThat(application.getBean(FlightFailures.class).among(flights))
                .isEqualTo(new HashSet<>(engine.failed().values()));
    }

    private static WaitingTask due(WaitingTask task, Instant due) {
        return new WaitingTask(
                task.id(),
                task.task(),
                task.groups(),
                task.since(),
                due,
                task.claimedBy(),
                task.isEndedByAct(),
                task.isConfidential());
    }
}
