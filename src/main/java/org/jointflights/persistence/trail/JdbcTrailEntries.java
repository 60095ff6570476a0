package org.jointflights.persistence.trail;

import static java.util.Objects.requireNonNull;

import java.sql.Timestamp;
import java.util.List;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcTrailEntries implements TrailEntries {

    private final JdbcClient jdbc;
    private final ChainAtCommit chain;

    JdbcTrailEntries(JdbcClient jdbc, ChainAtCommit chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(TrailEntry entry) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into trail (reference, at, actor, code, party, actor_party, arguments)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        entry.reference().value(),
                        Timestamp.from(entry.at()),
                        entry.actor(),
                        entry.event().code(),
                        code(entry.party()),
                        code(entry.actorParty()),
                        SentenceJson.write(entry.what())))
                .update(key, "id");
        chain.add(AuditLog.TRAIL, requireNonNull(key.getKey()).longValue());
    }

    @Override
    public List<TrailEntry> of(OperationReference reference) {
        return jdbc.sql("""
                        select t.id, t.at, t.actor, t.code, t.party, t.actor_party,
                            coalesce(t.arguments, l.kept) as arguments
                        from trail t left join chain_link l on l.chain = 'TRAIL' and l.entry = t.id
                        where t.reference = ? order by t.id
                        """)
                .param(reference.value())
                .query((row, number) -> new TrailEntry(
                        reference,
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        TrailEvent.ofCode(row.getString("code")),
                        party(row.getString("party")),
                        party(row.getString("actor_party")),
                        SentenceJson.read(row.getString("code"), row.getString("arguments"))
                                .arguments()))
                .list();
    }

    private static @Nullable String code(@Nullable Party party) {
        return party == null ? null : party.code();
    }

    private static @Nullable Party party(@Nullable String code) {
        return code == null ? null : new Party(code);
    }
}
