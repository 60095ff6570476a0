package org.jointflights.process.deadlines;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.jointflights.application.deadlines.DeadlineTable;
import org.jointflights.domain.deadlines.TaskDeadline;
import org.jointflights.domain.deadlines.TaskDeadline.Told;
import org.jointflights.domain.deadlines.TaskDeadline.Unit;
import org.jointflights.domain.deadlines.TaskDeadline.WayOut;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Asks the table {@code deadlines.dmn}, once for all days between two that it names: it changes with a new version of the application
 * only.
 */
@Component
class EngineDeadlineTable implements DeadlineTable {

    private static final String TABLE = "deadlines";

    private final DecisionService decisions;
    private final RepositoryService models;
    private final AsSystem engine;
    private final Supplier<NamedDays> named = SingletonSupplier.of(this::namedDays);
    private final Map<LocalDate, Map<String, TaskDeadline>> days = new ConcurrentHashMap<>();

    EngineDeadlineTable(@Lazy DecisionService decisions, @Lazy RepositoryService models, AsSystem engine) {
        this.decisions = decisions;
        this.models = models;
        this.engine = engine;
    }

    @Override
    public Optional<TaskDeadline> find(String task, LocalDate day) {
        LocalDate like = named.get().like(day);
        Map<String, TaskDeadline> rows = days.get(like);
        if (rows == null) {
            rows = engine.call(() -> read(like));
            days.put(like, rows);
        }
        return Optional.ofNullable(rows.get(task));
    }

    @Override
    public TaskDeadline of(String task, LocalDate day) {
        return find(task, day)
                .orElseThrow(() -> new IllegalStateException("deadlines.dmn has no row for " + task + " on " + day));
    }

    private NamedDays namedDays() {
        return engine.call(() -> {
            String latest = models.createDecisionDefinitionQuery()
                    .decisionDefinitionKey(TABLE)
                    .latestVersion()
                    .singleResult()
                    .getId();
            return new NamedDays(models.getDmnModelInstance(latest).getModelElementsByType(InputEntry.class).stream()
                    .map(entry -> entry.getText().getTextContent())
                    .toList());
        });
    }

    private Map<String, TaskDeadline> read(LocalDate day) {
        // The engine compares days by its own zone.
        Date date = Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
        return decisions.evaluateDecisionTableByKey(TABLE, Map.of("day", date)).stream()
                .map(EngineDeadlineTable::row)
                .collect(Collectors.toUnmodifiableMap(TaskDeadline::task, row -> row));
    }

    static TaskDeadline row(DmnDecisionRuleResult row) {
        String told = row.getEntry("told");
        return new TaskDeadline(
                row.getEntry("task"),
                Unit.valueOf(row.getEntry("counts")),
                row.<Number>getEntry("due").intValue(),
                row.<Number>getEntry("before").intValue(),
                row.<Number>getEntry("remind").intValue(),
                row.<Number>getEntry("escalate").intValue(),
                told.isEmpty()
                        ? Set.of()
                        : Stream.of(told.split(", ", -1)).map(Told::valueOf).collect(Collectors.toSet()),
                WayOut.valueOf(row.getEntry("wayOut")));
    }
}
