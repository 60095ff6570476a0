package org.jointflights.persistence.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.application.people.administration.AdministrationEntries;
import org.jointflights.application.people.administration.AdministrationEntry;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.persistence.trail.ChainAtCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAdministrationEntries implements AdministrationEntries {

    private final JdbcClient jdbc;
    private final ChainAtCommit chain;

    JdbcAdministrationEntries(JdbcClient jdbc, ChainAtCommit chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(Instant at, String actor, @Nullable String about, Sentence what) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into administration_log (at, actor, about, code, arguments)
                        values (:at, :actor, :about, :code, :arguments)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("about", about)
                .param("code", what.code())
                .param("arguments", SentenceJson.write(what))
                .update(key, "id");
        long number = requireNonNull(key.getKey()).longValue();
        chain.add(AuditLog.ADMINISTRATION, number);
        return number;
    }

    @Override
    public List<AdministrationEntry> before(long number, int most) {
        return jdbc.sql("""
                        select a.id, a.at, a.actor, a.about, a.code, coalesce(a.arguments, l.kept) as arguments
                        from administration_log a
                            left join chain_link l on l.chain = 'ADMINISTRATION' and l.entry = a.id
                        where a.id < :number order by a.id desc limit :most
                        """)
                .param("number", number)
                .param("most", most)
                .query((row, at) -> new AdministrationEntry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("about"),
                        SentenceJson.read(row.getString("code"), row.getString("arguments"))))
                .list();
    }
}
