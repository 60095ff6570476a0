package org.jointflights.persistence.system;

import java.time.OffsetDateTime;
import java.util.List;
import org.jointflights.application.system.Queue;
import org.jointflights.application.system.Queue.Kind;
import org.jointflights.application.system.Queues;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mail waits only where a server is set; elsewhere notices are read on the pages, and nothing waits for being sent. */
@Repository
class JdbcQueues implements Queues {

    private final JdbcClient jdbc;
    private final boolean mailIsSent;

    JdbcQueues(JdbcClient jdbc, @Value("${spring.mail.host:}") String mailServer) {
        this.jdbc = jdbc;
        this.mailIsSent = !mailServer.isBlank();
    }

    @Override
    public List<Queue> lengths() {
        if (!mailIsSent) {
            return List.of();
        }
        return jdbc.sql("select count(*) as waiting, min(next_try) as oldest from mail where next_try is not null")
                .query((row, number) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Queue(Kind.MAIL, row.getLong("waiting"), oldest == null ? null : oldest.toInstant());
                })
                .list();
    }
}
