package org.jointflights.persistence.sampling;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.sampling.Samples;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.sampling.AuditSample;
import org.jointflights.domain.sampling.CertifiedAmount;
import org.jointflights.domain.sampling.DrawnClaim;
import org.jointflights.domain.sampling.Population;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSamples implements Samples {

    private final JdbcClient jdbc;

    JdbcSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Population certified(Instant from, Instant before) {
        return new Population(jdbc.sql("""
                        select id, reference, claimant, eligible_minor from claim
                        where certified_at >= ? and certified_at < ? and withdrawn_for is null and eligible_minor > 0
                        """)
                .params(Timestamp.from(from), Timestamp.from(before))
                .query((row, number) -> amount(row, "id"))
                .list());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(AuditSample sample) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into audit_sample (from_day, to_day, draws, seed, population, population_minor, population_hash,
                            drawn_by, drawn_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        sample.from(),
                        sample.to(),
                        sample.draws(),
                        sample.seed(),
                        sample.population(),
                        sample.total().minor(),
                        sample.hash(),
                        sample.drawnBy(),
                        Timestamp.from(sample.drawnAt()))
                .update(key, "id");
        long id = requireNonNull(key.getKey()).longValue();
        for (DrawnClaim drawn : sample.claims()) {
            CertifiedAmount amount = drawn.amount();
            jdbc.sql("""
                            insert into sampled_claim (sample, claim_id, reference, claimant, eligible_minor, draws)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            amount.claim(),
                            amount.reference().value(),
                            amount.claimant().code(),
                            amount.eligible().minor(),
                            drawn.draws())
                    .update();
        }
        return id;
    }

    @Override
    public List<AuditSample> all() {
        Map<Long, List<DrawnClaim>> drawn = new HashMap<>();
        jdbc.sql("select * from sampled_claim order by sample, claim_id")
                .query((row, number) -> drawn.computeIfAbsent(row.getLong("sample"), first -> new ArrayList<>())
                        .add(drawn(row)))
                .list();
        return jdbc.sql("select * from audit_sample order by id desc")
                .query((row, number) -> sample(row, drawn.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    @Override
    public AuditSample get(long id) {
        List<DrawnClaim> drawn = jdbc.sql("select * from sampled_claim where sample = ? order by claim_id")
                .param(id)
                .query((row, number) -> drawn(row))
                .list();
        return jdbc.sql("select * from audit_sample where id = ?")
                .param(id)
                .query((row, number) -> sample(row, drawn))
                .optional()
                .orElseThrow(() -> Unknown.of("sampling.unknown", id));
    }

    @Override
    public void add(SampleFinding finding) {
        SampleFinding.Cause cause = finding.cause();
        jdbc.sql("""
                        insert into sample_finding (sample, claim_id, wrong_minor, cause, found_by, found_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        finding.sample(),
                        finding.claim(),
                        finding.error().minor(),
                        cause == null ? null : cause.name(),
                        finding.by(),
                        Timestamp.from(finding.at())))
                .update();
    }

    @Override
    public List<SampleFinding> findings(long sample) {
        return jdbc.sql("select * from sample_finding where sample = ? order by id")
                .param(sample)
                .query((row, number) -> {
                    String cause = row.getString("cause");
                    return new SampleFinding(
                            sample,
                            row.getLong("claim_id"),
                            Money.euro(row.getLong("wrong_minor")),
                            cause == null ? null : SampleFinding.Cause.valueOf(cause),
                            row.getString("found_by"),
                            row.getTimestamp("found_at").toInstant());
                })
                .list();
    }

    private static DrawnClaim drawn(ResultSet row) throws SQLException {
        return new DrawnClaim(amount(row, "claim_id"), row.getInt("draws"));
    }

    private static CertifiedAmount amount(ResultSet row, String id) throws SQLException {
        return new CertifiedAmount(
                row.getLong(id),
                new OperationReference(row.getString("reference")),
                new Party(row.getString("claimant")),
                Money.euro(row.getLong("eligible_minor")));
    }

    private static AuditSample sample(ResultSet row, List<DrawnClaim> drawn) throws SQLException {
        return new AuditSample(
                row.getLong("id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("draws"),
                row.getString("seed"),
                row.getInt("population"),
                Money.euro(row.getLong("population_minor")),
                row.getString("population_hash"),
                row.getString("drawn_by"),
                row.getTimestamp("drawn_at").toInstant(),
                drawn);
    }
}
