package org.jointflights.process.overview;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jointflights.application.overview.Position;
import org.jointflights.application.overview.Positions;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.flight.FlightInstances;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's own tables: its queries do not give the places of many tokens at once, and ask for each anew whether
 * the person signed in may see it.
 */
@Component
class EnginePositions implements Positions {

    private static final String TOKENS = """
            select e.ID_, e.PARENT_ID_, e.PROC_INST_ID_, e.ACT_ID_, e.IS_EVENT_SCOPE_, e.PROC_DEF_ID_, p.TEXT_ as PARTY
            from ACT_RU_EXECUTION e
            left join ACT_RU_VARIABLE p on p.EXECUTION_ID_ = e.PROC_INST_ID_ and p.NAME_ = 'party' and p.TASK_ID_ is null
            where e.PROC_INST_ID_ in (:running)
            order by e.PROC_INST_ID_, e.SEQUENCE_COUNTER_, e.ID_
            """;

    private final JdbcClient jdbc;
    private final FlightInstances instances;
    private final EngineDeployedModels models;

    EnginePositions(JdbcClient jdbc, FlightInstances instances, EngineDeployedModels models) {
        this.jdbc = jdbc;
        this.instances = instances;
        this.models = models;
    }

    @Override
    public List<Position> of(OperationReference reference) {
        List<String> running = instances.of(reference);
        if (running.isEmpty()) {
            return List.of();
        }
        // What is kept for a compensation is an execution too, but nothing stands there.
        List<Execution> live = jdbc.sql(TOKENS).param("running", running).query(Execution::of).list().stream()
                .filter(execution -> !execution.eventScope)
                .toList();
        Set<String> parents =
                live.stream().map(execution -> String.valueOf(execution.parent)).collect(toUnmodifiableSet());
        Set<Token> tokens = new LinkedHashSet<>();
        for (Execution execution : live) {
            String activity = execution.activity;
            String party = execution.party;
            if (activity != null && !parents.contains(execution.id)) {
                tokens.add(new Token(execution.definition, activity, party == null ? null : new Party(party)));
            }
        }
        return tokens.stream().map(models::position).toList();
    }

    /** A row of the engine's tree of executions; tokens stand at its leaves. */
    private record Execution(
            String id,
            @Nullable String parent,
            @Nullable String activity,
            boolean eventScope,
            String definition,
            @Nullable String party) {

        static Execution of(ResultSet row, int number) throws SQLException {
            return new Execution(
                    row.getString("ID_"),
                    row.getString("PARENT_ID_"),
                    row.getString("ACT_ID_"),
                    row.getBoolean("IS_EVENT_SCOPE_"),
                    row.getString("PROC_DEF_ID_"),
                    row.getString("PARTY"));
        }
    }
}
