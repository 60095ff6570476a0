package org.jointflights.persistence.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jointflights.application.desk.DeskVisits;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskVisits implements DeskVisits {

    private final JdbcClient jdbc;

    JdbcDeskVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Visit> of(String person) {
        return jdbc.sql("select before_it, last_visit from desk_visit where person = ?")
                .param(person)
                .query((row, number) -> {
                    Timestamp before = row.getTimestamp("before_it");
                    return new Visit(
                            before == null ? null : before.toInstant(),
                            row.getTimestamp("last_visit").toInstant());
                })
                .optional();
    }

    @Override
    public void keep(String person, Visit visit) {
        Instant ended = visit.before();
        Timestamp before = ended == null ? null : Timestamp.from(ended);
        Timestamp last = Timestamp.from(visit.last());
        int written = jdbc.sql("update desk_visit set before_it = ?, last_visit = ? where person = ?")
                .params(Nulls.list(before, last, person))
                .update();
        if (written == 0) {
            jdbc.sql("insert into desk_visit (person, before_it, last_visit) values (?, ?, ?)")
                    .params(Nulls.list(person, before, last))
                    .update();
        }
    }
}
