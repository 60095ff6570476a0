package org.jointflights.persistence.verification;

import static java.util.Objects.requireNonNull;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.application.verification.VerificationRuns;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.VerificationRun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcVerificationRuns implements VerificationRuns {

    private final JdbcClient jdbc;

    JdbcVerificationRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(VerificationRun run) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into verification_run (checked_at, checked_by, versions, signatures, postings, entries, faults)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Timestamp.from(run.at()),
                        run.by(),
                        run.versions(),
                        run.signatures(),
                        run.postings(),
                        run.entries(),
                        run.faults())
                .update(key, "id");
        long id = requireNonNull(key.getKey()).longValue();
        int position = 0;
        for (Sentence fault : run.first()) {
            position++;
            jdbc.sql("insert into verification_fault (run, position, said) values (?, ?, ?)")
                    .params(id, position, SentenceJson.writeWhole(fault))
                    .update();
        }
    }

    @Override
    public List<VerificationRun> newest(int most) {
        Map<Long, List<Sentence>> faults = new HashMap<>();
        jdbc.sql("""
                        select run, said from verification_fault
                        where run in (select id from verification_run order by id desc limit ?) order by run, position
                        """).param(most).query(row -> {
            faults.computeIfAbsent(row.getLong("run"), first -> new ArrayList<>())
                    .add(SentenceJson.readWhole(row.getString("said")));
        });
        return jdbc.sql("select * from verification_run order by id desc limit ?")
                .param(most)
                .query((row, number) -> new VerificationRun(
                        row.getTimestamp("checked_at").toInstant(),
                        row.getString("checked_by"),
                        row.getInt("versions"),
                        row.getInt("signatures"),
                        row.getInt("postings"),
                        row.getLong("entries"),
                        row.getInt("faults"),
                        faults.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }
}
