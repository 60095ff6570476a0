package org.jointflights.persistence.closing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jointflights.application.closing.LegalHolds;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.LegalHold;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLegalHolds implements LegalHolds {

    private final JdbcClient jdbc;

    JdbcLegalHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LegalHold> of(OperationReference reference) {
        return jdbc.sql("select * from legal_hold where reference = ? and lifted is null order by id")
                .param(reference.value())
                .query((row, number) -> new LegalHold(
                        reference,
                        row.getString("holder"),
                        row.getString("set_by"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    @Override
    public boolean stand(OperationReference reference) {
        return jdbc.sql("""
                        select 1 from legal_hold where reference = :flight and lifted is null
                        union all
                        select 1 from serious_incident where reference = :flight and state not in ('FINAL', 'NOT_LAUNCHED')
                        union all
                        select 1 from complaint where reference = :flight and state not in ('CLOSED', 'NOT_ADMISSIBLE')
                        """).param("flight", reference.value()).query(Integer.class).list().stream()
                .findFirst()
                .isPresent();
    }

    @Override
    public void set(LegalHold hold, String reason) {
        jdbc.sql("insert into legal_hold (reference, holder, set_by, since, reason) values (?, ?, ?, ?, ?)")
                .params(hold.reference().value(), hold.holder(), hold.setBy(), Timestamp.from(hold.since()), reason)
                .update();
    }

    @Override
    public void lift(LegalHold hold, String by, Instant at) {
        jdbc.sql(
                        "update legal_hold set lifted = ?, lifted_by = ? where reference = ? and holder = ? and lifted is null")
                .params(Timestamp.from(at), by, hold.reference().value(), hold.holder())
                .update();
    }
}
