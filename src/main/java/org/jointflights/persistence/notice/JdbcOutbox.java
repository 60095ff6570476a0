package org.jointflights.persistence.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.OperationReference;
import org.jointflights.persistence.Nulls;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;

    JdbcOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Notice notice) {
        try {
            insert(notice);
        } catch (DuplicateKeyException toldMeanwhile) {
            // Somebody else told of the same at the same moment. PostgreSQL has given up a transaction by then, which
            // begins anew.
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw toldMeanwhile;
            }
        }
    }

    private void insert(Notice notice) {
        jdbc.sql("""
                        insert into outbox (reference, recipient, code, arguments, created, once, task, author)
                        select cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                            cast(? as timestamp with time zone), cast(? as varchar), cast(? as varchar), cast(? as varchar)
                        where not exists (select 1 from outbox where once = ?)
                        """)
                .params(Nulls.list(
                        notice.reference() == null ? null : notice.reference().value(),
                        notice.recipient(),
                        notice.text().code(),
                        SentenceJson.write(notice.text()),
                        Timestamp.from(notice.created()),
                        notice.once(),
                        notice.task(),
                        notice.author(),
                        notice.once()))
                .update();
    }

    @Override
    public Optional<Notice> find(String once) {
        return jdbc.sql("select * from outbox where once = ?")
                .param(once)
                .query(JdbcOutbox::notice)
                .optional();
    }

    @Override
    public List<Notice> of(OperationReference reference) {
        return jdbc.sql("select * from outbox where reference = ? order by id desc")
                .param(reference.value())
                .query(JdbcOutbox::notice)
                .list();
    }

    @Override
    public List<Notice> to(Collection<String> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from outbox where recipient in (:groups) order by id desc limit 200")
                .param("groups", groups)
                .query(JdbcOutbox::notice)
                .list();
    }

    @Override
    public List<Notice> unspread(int most) {
        return jdbc.sql("select * from outbox where spread_at is null order by id limit ?")
                .param(most)
                .query(JdbcOutbox::notice)
                .list();
    }

    @Override
    public boolean spread(Notice notice, Instant at) {
        return jdbc.sql("update outbox set spread_at = ? where once = ? and spread_at is null")
                        .params(Timestamp.from(at), notice.once())
                        .update()
                == 1;
    }

    static Notice notice(ResultSet row, int number) throws SQLException {
        Timestamp sent = row.getTimestamp("sent");
        String reference = row.getString("reference");
        return new Notice(
                reference == null ? null : new OperationReference(reference),
                row.getString("recipient"),
                SentenceJson.read(row.getString("code"), row.getString("arguments")),
                row.getTimestamp("created").toInstant(),
                row.getString("once"),
                row.getString("task"),
                row.getString("author"),
                sent == null ? null : sent.toInstant());
    }
}
