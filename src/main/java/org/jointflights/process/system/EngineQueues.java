package org.jointflights.process.system;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jointflights.application.system.Queue;
import org.jointflights.application.system.Queue.Kind;
import org.jointflights.application.system.Queues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the engine's own table: its queries count, but give no oldest of jobs without a date, and name no locks in between. */
@Component
class EngineQueues implements Queues {

    private static final String JOBS = """
            select count(*) as WAITING, min(coalesce(DUEDATE_, CREATE_TIME_)) as FIRST_OF_THEM
            from ACT_RU_JOB
            where RETRIES_ > 0 and
            """;

    private static final String FREE = "(LOCK_EXP_TIME_ is null or LOCK_EXP_TIME_ < :now)";
    private static final String DUE = "(DUEDATE_ is null or DUEDATE_ <= :now)";

    private static final String FAILED = """
            select count(*) as WAITING, min(coalesce(i.INCIDENT_TIMESTAMP_, j.CREATE_TIME_)) as FIRST_OF_THEM
            from ACT_RU_JOB j
            left join ACT_RU_INCIDENT i on i.CONFIGURATION_ = j.ID_
            where j.RETRIES_ <= 0
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineQueues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Queue> lengths() {
        return List.of(
                queue(Kind.DUE, JOBS + FREE + " and " + DUE),
                queue(Kind.TAKEN, JOBS + "not " + FREE),
                queue(Kind.LATER, JOBS + FREE + " and not " + DUE),
                queue(Kind.FAILED, FAILED));
    }

    private Queue queue(Kind kind, String sql) {
        return jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> {
                    Timestamp first = row.getTimestamp("FIRST_OF_THEM");
                    return new Queue(kind, row.getLong("WAITING"), first == null ? null : first.toInstant());
                })
                .single();
    }
}
