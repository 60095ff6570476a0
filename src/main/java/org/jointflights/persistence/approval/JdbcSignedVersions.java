package org.jointflights.persistence.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.approval.VersionFate;
import org.jointflights.domain.money.Money;
import org.jointflights.persistence.Nulls;
import org.jointflights.persistence.funding.KnownDecisions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSignedVersions implements SignedVersions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadOnce<OperationReference, Optional<PlanVersion>> known = new ReadOnce<>();
    private final ReadOnce<OperationReference, List<Signature>> given = new ReadOnce<>();
    private final KnownDecisions decisions;

    JdbcSignedVersions(JdbcClient jdbc, JdbcTemplate batches, KnownDecisions decisions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.decisions = decisions;
    }

    /** Whether a financial decision is signed depends on them too. */
    private void forget(OperationReference reference) {
        known.forget(reference);
        given.forget(reference);
        decisions.forget(reference);
    }

    @Override
    public List<StoredVersion> of(OperationReference reference) {
        return jdbc.sql("select * from plan_version where reference = ? order by number")
                .param(reference.value())
                .query(this::version)
                .list();
    }

    @Override
    public List<StoredVersion> all() {
        return jdbc.sql("select * from plan_version order by reference, number")
                .query(this::version)
                .list();
    }

    @Override
    public Optional<StoredVersion> byHash(String hash) {
        return jdbc.sql("select * from plan_version where hash = ? order by reference desc, number desc limit 1")
                .param(hash)
                .query(this::version)
                .optional();
    }

    @Override
    public Optional<PlanVersion> current(OperationReference reference) {
        return known.get(reference, this::newest);
    }

    private Optional<PlanVersion> newest(OperationReference reference) {
        return jdbc.sql("select * from plan_version where reference = ? order by number desc limit 1")
                .param(reference.value())
                .query(this::version)
                .optional()
                .filter(version -> version.voidedFor() == null)
                .map(StoredVersion::proven);
    }

    @Override
    public List<Signature> signatures(OperationReference reference) {
        return given.get(
                reference,
                flight -> List.copyOf(jdbc.sql("select * from signature where reference = ? order by id")
                        .param(flight.value())
                        .query(JdbcSignedVersions::signature)
                        .list()));
    }

    @Override
    public List<Signature> signatures() {
        return jdbc.sql("select * from signature order by id")
                .query(JdbcSignedVersions::signature)
                .list();
    }

    @Override
    public void add(PlanVersion version) {
        forget(version.reference());
        ApprovalRoute route = version.route();
        jdbc.sql("""
                        insert into plan_version (reference, number, content, hash, binding_hash, total, currency,
                            frozen, route, committed, voided_for)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        version.reference().value(),
                        version.number(),
                        version.content(),
                        version.hash(),
                        version.bindingHash(),
                        version.total().minor(),
                        version.total().currency().getCurrencyCode(),
                        Timestamp.from(version.frozen()),
                        route == null ? null : route.name(),
                        timestamp(version.committed()),
                        stored(version.voidedFor())))
                .update();
        List<Object[]> seats = new ArrayList<>();
        version.seats()
                .forEach((party, taken) -> seats.add(new Object[] {
                    version.reference().value(),
                    version.number(),
                    party.code(),
                    taken.returnees(),
                    taken.escorts(),
                    taken.medical(),
                    taken.interpreters(),
                    taken.monitors(),
                    taken.others()
                }));
        batches.batchUpdate("""
                insert into plan_version_seats (reference, number, party, returnees, escorts, medical, interpreters,
                    monitors, others)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, seats);
    }

    @Override
    public void put(PlanVersion version) {
        forget(version.reference());
        ApprovalRoute route = version.route();
        jdbc.sql("update plan_version set route = ?, committed = ? where reference = ? and number = ?")
                .params(Nulls.list(
                        route == null ? null : route.name(),
                        timestamp(version.committed()),
                        version.reference().value(),
                        version.number()))
                .update();
    }

    @Override
    public void add(Signature signature) {
        forget(signature.reference());
        Party party = signature.party();
        try {
            jdbc.sql("""
                            insert into signature (reference, version, hash, role, party, person, at, refused, reason,
                                voided_for, document)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Nulls.list(
                            signature.reference().value(),
                            signature.version(),
                            signature.hash(),
                            signature.role().name(),
                            party == null ? null : party.code(),
                            signature.person(),
                            Timestamp.from(signature.at()),
                            signature.refused(),
                            signature.reason(),
                            stored(signature.voidedFor()),
                            signature.document()))
                    .update();
        } catch (DuplicateKeyException answeredMeanwhile) {
            throw NotYours.of("approval.signer.twice", signature.version());
        }
    }

    @Override
    public void makeVoid(OperationReference reference, int number, Sentence why, Instant at) {
        forget(reference);
        jdbc.sql("update signature set voided_for = ? where reference = ? and version = ? and voided_for is null")
                .params(stored(why), reference.value(), number)
                .update();
        jdbc.sql("update plan_version set voided_for = ?, voided = ? where reference = ? and number = ?")
                .params(stored(why), Timestamp.from(at), reference.value(), number)
                .update();
    }

    private StoredVersion version(ResultSet row, int rowNumber) throws SQLException {
        String reference = row.getString("reference");
        int number = row.getInt("number");
        String route = row.getString("route");
        return new StoredVersion(
                new OperationReference(reference),
                number,
                row.getString("content"),
                row.getString("hash"),
                row.getString("binding_hash"),
                seats(reference, number),
                new Money(row.getLong("total"), Currency.getInstance(row.getString("currency"))),
                new VersionFate(
                        row.getTimestamp("frozen").toInstant(),
                        route == null ? null : ApprovalRoute.valueOf(route),
                        instant(row.getTimestamp("committed")),
                        instant(row.getTimestamp("voided")),
                        sentence(row.getString("voided_for"))));
    }

    private Map<Party, Seats> seats(String reference, int number) {
        Map<Party, Seats> seats = new TreeMap<>();
        jdbc.sql("select * from plan_version_seats where reference = ? and number = ?")
                .params(reference, number)
                .query(row -> {
                    seats.put(
                            new Party(row.getString("party")),
                            new Seats(
                                    row.getInt("returnees"),
                                    row.getInt("escorts"),
                                    row.getInt("medical"),
                                    row.getInt("interpreters"),
                                    row.getInt("monitors"),
                                    row.getInt("others")));
                });
        return seats;
    }

    private static Signature signature(ResultSet row, int number) throws SQLException {
        String party = row.getString("party");
        return new Signature(
                new OperationReference(row.getString("reference")),
                row.getInt("version"),
                row.getString("hash"),
                SigningRole.valueOf(row.getString("role")),
                party == null ? null : new Party(party),
                row.getString("person"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("refused"),
                row.getString("reason"),
                sentence(row.getString("voided_for")));
    }

    private static @Nullable String stored(@Nullable Sentence sentence) {
        return sentence == null ? null : SentenceJson.writeWhole(sentence);
    }

    private static @Nullable Sentence sentence(@Nullable String stored) {
        return stored == null ? null : SentenceJson.readWhole(stored);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
