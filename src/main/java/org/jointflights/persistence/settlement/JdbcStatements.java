package org.jointflights.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.settlement.Statements;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Statement.Answer;
import org.jointflights.domain.settlement.Statement.Content;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStatements implements Statements {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadOnce<OperationReference, Optional<Statement>> known = new ReadOnce<>();

    JdbcStatements(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Statement> current(OperationReference reference) {
        return known.get(reference, this::newest);
    }

    private Optional<Statement> newest(OperationReference reference) {
        return jdbc.sql(
                        "select * from account_statement where reference = ? order by version desc fetch first 1 row only")
                .param(reference.value())
                .query(this::statement)
                .optional();
    }

    @Override
    public List<Statement> all() {
        Map<String, List<Answer>> answers = new HashMap<>();
        jdbc.sql("select * from statement_answer order by id").query(row -> {
            answers.computeIfAbsent(key(row), statement -> new ArrayList<>()).add(answer(row, 0));
        });
        return jdbc.sql("select * from account_statement order by reference, version")
                .query((row, number) -> statement(row, answers.getOrDefault(key(row), List.of())))
                .list();
    }

    @Override
    public Optional<Statement> byHash(String hash) {
        return jdbc.sql("select * from account_statement where hash = ? order by version desc fetch first 1 row only")
                .param(hash)
                .query(this::statement)
                .optional();
    }

    @Override
    public Optional<Statement> byArbitration(String hash) {
        return jdbc.sql("""
                        select s.* from account_statement s
                        join arbitration a on a.reference = s.reference and a.version = s.version
                        where a.hash = ?
                        """).param(hash).query(this::statement).optional();
    }

    @Override
    public Map<Party, Integer> objections(OperationReference reference) {
        Map<Party, Integer> counted = new TreeMap<>();
        jdbc.sql("""
                        select party, count(*) as times from statement_answer
                        where reference = ? and objection is not null group by party
                        """).param(reference.value()).query(row -> {
            counted.put(new Party(row.getString("party")), row.getInt("times"));
        });
        return counted;
    }

    @Override
    public void decided(OperationReference reference, int version, Arbitration arbitration) {
        known.forget(reference);
        if (arbitration(reference.value(), version) != null) {
            throw Conflict.of("settlement.arbitration.twice", version, reference);
        }
        jdbc.sql("""
                        insert into arbitration (reference, version, decision, claim_id, objectors, decided_by,
                            decided_at, content, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        reference.value(),
                        version,
                        arbitration.decision().name(),
                        arbitration.claim(),
                        arbitration.objectors().stream().map(Party::code).collect(Collectors.joining(",")),
                        arbitration.by(),
                        Timestamp.from(arbitration.at()),
                        arbitration.signed().json(),
                        arbitration.signed().hash()))
                .update();
    }

    private @Nullable Arbitration arbitration(String reference, int version) {
        return jdbc.sql("select * from arbitration where reference = ? and version = ?")
                .params(reference, version)
                .query((row, number) -> new Arbitration(
                        Arbitration.Decision.valueOf(row.getString("decision")),
                        row.getObject("claim_id", Long.class),
                        Stream.of(row.getString("objectors").split(","))
                                .map(Party::new)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        new Content(row.getString("content"), row.getString("hash"))))
                .optional()
                .orElse(null);
    }

    @Override
    public void add(Statement statement) {
        known.forget(statement.reference());
        jdbc.sql("""
                        insert into account_statement (reference, version, computed_at, content, hash)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        statement.reference().value(),
                        statement.version(),
                        Timestamp.from(statement.computedAt()),
                        statement.signed().json(),
                        statement.signed().hash())
                .update();
    }

    @Override
    public void answer(OperationReference reference, int version, Answer answer) {
        known.forget(reference);
        boolean answered = answers(reference, version).stream()
                .anyMatch(earlier ->
                        earlier.party().equals(answer.party()) && (earlier.signed() || earlier.isOpenObjection()));
        if (answered) {
            throw Conflict.of("settlement.statement.answered", answer.party(), version);
        }
        jdbc.sql("""
                        insert into statement_answer (reference, version, party, objection, reply, actor, at, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        reference.value(),
                        version,
                        answer.party().code(),
                        answer.objection(),
                        answer.reply(),
                        answer.by(),
                        Timestamp.from(answer.at()),
                        answer.hash()))
                .update();
    }

    @Override
    public void reply(OperationReference reference, int version, String reply) {
        known.forget(reference);
        jdbc.sql("""
                        update statement_answer set reply = ?
                        where reference = ? and version = ? and objection is not null and reply is null
                        """).params(reply, reference.value(), version).update();
    }

    @Override
    public List<Party> askedToClaim(OperationReference reference) {
        return jdbc
                .sql("select party from claim_request where reference = ? order by party")
                .param(reference.value())
                .query(String.class)
                .stream()
                .map(Party::new)
                .toList();
    }

    @Override
    public void askToClaim(OperationReference reference, Collection<Party> parties) {
        jdbc.sql("delete from claim_request where reference = ?")
                .param(reference.value())
                .update();
        batches.batchUpdate(
                "insert into claim_request (reference, party) values (?, ?)",
                new TreeSet<>(parties)
                        .stream()
                                .map(party -> new Object[] {reference.value(), party.code()})
                                .toList());
    }

    @Override
    public void claimsComplete(OperationReference reference, Party party) {
        jdbc.sql("delete from claim_request where reference = ? and party = ?")
                .params(reference.value(), party.code())
                .update();
    }

    private Statement statement(ResultSet row, int number) throws SQLException {
        return statement(row, answers(new OperationReference(row.getString("reference")), row.getInt("version")));
    }

    private Statement statement(ResultSet row, List<Answer> answers) throws SQLException {
        return new Statement(
                new OperationReference(row.getString("reference")),
                row.getInt("version"),
                row.getTimestamp("computed_at").toInstant(),
                new Content(row.getString("content"), row.getString("hash")),
                answers,
                arbitration(row.getString("reference"), row.getInt("version")));
    }

    /** Which version of which flight's accounts. */
    private static String key(ResultSet row) throws SQLException {
        return row.getString("reference") + " " + row.getInt("version");
    }

    private List<Answer> answers(OperationReference reference, int version) {
        return jdbc.sql("select * from statement_answer where reference = ? and version = ? order by id")
                .params(reference.value(), version)
                .query(JdbcStatements::answer)
                .list();
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                new Party(row.getString("party")),
                row.getString("objection"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                row.getString("reply"),
                row.getString("hash"));
    }
}
