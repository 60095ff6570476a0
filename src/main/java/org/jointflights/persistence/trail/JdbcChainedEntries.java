package org.jointflights.persistence.trail;

import java.util.List;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.webhook.ChainedEntries;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Without what fills the gaps of their sentences. */
@Repository
class JdbcChainedEntries implements ChainedEntries {

    private final JdbcClient jdbc;

    JdbcChainedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chained> after(long number, int most) {
        return jdbc.sql("""
                        select l.number, t.reference, t.at, t.actor, t.code, t.party, t.actor_party
                        from chain_link l join trail t on t.id = l.entry
                        where l.chain = 'TRAIL' and l.number > ? order by l.number limit ?
                        """)
                .params(number, most)
                .query((row, index) -> new Chained(
                        row.getLong("number"),
                        new TrailEntry(
                                new OperationReference(row.getString("reference")),
                                row.getTimestamp("at").toInstant(),
                                row.getString("actor"),
                                TrailEvent.ofCode(row.getString("code")),
                                party(row.getString("party")),
                                party(row.getString("actor_party")),
                                List.of())))
                .list();
    }

    @Override
    public long last() {
        return jdbc.sql("select number from chain_head where chain = 'TRAIL'")
                .query(Long.class)
                .single();
    }

    private static @Nullable Party party(@Nullable String code) {
        return code == null ? null : new Party(code);
    }
}
