package org.jointflights.persistence;

import java.sql.Timestamp;
import java.util.List;
import org.jointflights.application.work.SentenceJson;
import org.jointflights.application.work.TrailEntries;
import org.jointflights.application.work.TrailEntry;
import org.jointflights.domain.OperationReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTrailEntries implements TrailEntries {

    private final JdbcClient jdbc;

    JdbcTrailEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TrailEntry entry) {
        jdbc.sql("insert into trail (reference, at, actor, code, arguments) values (?, ?, ?, ?, ?)")
                .params(
                        entry.reference().value(),
                        Timestamp.from(entry.at()),
                        entry.actor(),
                        entry.what().code(),
                        SentenceJson.write(entry.what()))
                .update();
    }

    @Override
    public List<TrailEntry> of(OperationReference reference) {
        return jdbc.sql("select * from trail where reference = ? order by id")
                .param(reference.value())
                .query((row, number) -> new TrailEntry(
                        reference,
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        SentenceJson.read(row.getString("code"), row.getString("arguments"))))
                .list();
    }
}
