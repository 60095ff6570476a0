package org.jointflights.persistence.trail;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jointflights.application.trail.AuditChains;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.trail.AuditEntry;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainEnd;
import org.jointflights.domain.trail.ChainHead;
import org.jointflights.domain.trail.ChainLink;
import org.jointflights.domain.trail.SealedArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAuditChains implements AuditChains {

    /** How many links are read at a time: PostgreSQL would bring the whole chain into memory. */
    private static final int AT_A_TIME = 500;

    private static final Map<AuditLog, String> ENTRIES = Map.of(
            AuditLog.TRAIL,
            "(select id, reference, at, actor, actor_party, party, cast(null as varchar(64)) as about, code, arguments,"
                    + " salt from trail) e",
            AuditLog.ADMINISTRATION,
            "(select id, cast(null as varchar(20)) as reference, at, actor, cast(null as char(2)) as actor_party,"
                    + " cast(null as char(2)) as party, about, code, arguments, salt from administration_log) e");

    private static final String LINKS =
            "select l.number, l.hash, l.entry, l.kept, l.digest, e.* from chain_link l left join ";

    private static final String UNCHAINED =
            " where not exists (select 1 from chain_link l where l.chain = ? and l.entry = e.id) order by id";

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    JdbcAuditChains(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(database);
        streaming.setFetchSize(AT_A_TIME);
    }

    /** Gives those entries the next places, in the order of their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    void append(AuditLog log, Collection<Long> ids) {
        ChainHead before = jdbc.sql("select number, hash from chain_head where chain = ? for update")
                .param(log.name())
                .query((row, at) -> head(row))
                .single();
        // What was there before there was a chain has its place before anything new.
        List<AuditEntry> entries = before.isStart() ? unchained(log) : entries(log, ids);
        ChainHead head = before;
        List<Object[]> links = new ArrayList<>();
        for (AuditEntry entry : entries) {
            SealedArguments sealed =
                    SealedArguments.of(entry, SentenceJson.withoutTexts(requireNonNull(entry.arguments())));
            head = head.next(entry, sealed);
            links.add(
                    new Object[] {log.name(), head.number(), entry.id(), sealed.kept(), sealed.digest(), head.hash()});
        }
        streaming.batchUpdate(
                "insert into chain_link (chain, number, entry, kept, digest, hash) values (?, ?, ?, ?, ?, ?)", links);
        if (!head.equals(before)) {
            jdbc.sql("update chain_head set number = ?, hash = ? where chain = ?")
                    .params(head.number(), head.hash(), log.name())
                    .update();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(AuditLog log) {
        append(log, List.of());
    }

    @Override
    public ChainEnd end(AuditLog log) {
        return jdbc.sql("""
                        select coalesce(number, 0) as number, coalesce(hash, :start) as hash, last_link
                        from (select coalesce(max(number), 0) as last_link from chain_link where chain = :chain) l
                            left join chain_head h on h.chain = :chain
                        """)
                .param("chain", log.name())
                .param("start", ChainHead.START.hash())
                .query((row, at) -> new ChainEnd(head(row), row.getLong("last_link")))
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public void follow(AuditLog log, long lastLink, Consumer<ChainLink> reader) {
        streaming.query(
                LINKS + ENTRIES.get(log) + " on e.id = l.entry where l.chain = ? and l.number <= ? order by l.number",
                (RowCallbackHandler) row -> reader.accept(link(log, row)),
                log.name(),
                lastLink);
    }

    @Override
    public List<ChainLink> after(AuditLog log, long number, long lastLink) {
        return jdbc.sql(LINKS + ENTRIES.get(log)
                        + " on e.id = l.entry where l.chain = ? and l.number > ? and l.number <= ? order by l.number limit "
                        + AT_A_TIME)
                .params(log.name(), number, lastLink)
                .query((row, at) -> link(log, row))
                .list();
    }

    @Override
    public List<AuditEntry> unchained(AuditLog log) {
        return jdbc.sql("select * from " + ENTRIES.get(log) + UNCHAINED)
                .param(log.name())
                .query((row, at) -> entry(log, row))
                .list();
    }

    /** As they are stored, which is what is read when they are verified. */
    private List<AuditEntry> entries(AuditLog log, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from " + ENTRIES.get(log) + " where id in (:ids) order by id")
                .param("ids", ids)
                .query((row, at) -> entry(log, row))
                .list();
    }

    private static ChainLink link(AuditLog log, ResultSet row) throws SQLException {
        boolean gone = row.getObject("id") == null;
        return new ChainLink(
                head(row),
                row.getLong("entry"),
                gone ? null : entry(log, row),
                new SealedArguments(row.getString("kept"), row.getString("digest")));
    }

    private static ChainHead head(ResultSet row) throws SQLException {
        return new ChainHead(row.getLong("number"), row.getString("hash"));
    }

    private static AuditEntry entry(AuditLog log, ResultSet row) throws SQLException {
        return new AuditEntry(
                log,
                row.getLong("id"),
                row.getString("reference"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_party"),
                row.getString("party"),
                row.getString("about"),
                row.getString("code"),
                row.getString("arguments"),
                row.getString("salt"));
    }
}
