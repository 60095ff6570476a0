package org.jointflights.persistence.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.operation.GateAnswers;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGateAnswers implements GateAnswers {

    /** The run is part of it: answers given before a recall are none of the next. */
    private record InRun(OperationReference flight, int run) {}

    private final JdbcClient jdbc;
    private final OperationRuns runs;
    private final ReadOnce<InRun, List<GateAnswer>> known = new ReadOnce<>();

    JdbcGateAnswers(JdbcClient jdbc, OperationRuns runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    @Override
    public long add(GateAnswer answer) {
        known.forgetAll();
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        Question question = answer.question();
        Evidence evidence = answer.evidence();
        String reference = answer.reference().value();
        jdbc.sql("""
                        insert into gate_answer (reference, party, gate, point, stop, verdict, reason, evidence_count, evidence_day,
                            evidence_version, evidence_sha256, evidence_body, evidence_hours, evidence_people, answered_by,
                            at, run)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
                        """.formatted(JdbcOperationRuns.LATEST))
                .params(Nulls.list(
                        reference,
                        question.party().code(),
                        question.gate().number(),
                        question.point().name(),
                        question.stop(),
                        answer.verdict().name(),
                        answer.reason(),
                        evidence.count(),
                        evidence.day(),
                        evidence.version(),
                        evidence.sha256(),
                        evidence.body(),
                        evidence.hours(),
                        evidence.people(),
                        answer.by(),
                        Timestamp.from(answer.at()),
                        reference))
                .update(number, "id");
        return Objects.requireNonNull(number.getKey()).longValue();
    }

    @Override
    public List<GateAnswer> of(OperationReference reference) {
        return runs.latest(reference)
                .map(run -> known.get(new InRun(reference, run.number()), this::read))
                .orElse(List.of());
    }

    private List<GateAnswer> read(InRun asked) {
        return List.copyOf(jdbc.sql("select * from gate_answer where reference = ? and run = ? order by id")
                .params(asked.flight().value(), asked.run())
                .query(JdbcGateAnswers::answer)
                .list());
    }

    private static GateAnswer answer(ResultSet row, int number) throws SQLException {
        return new GateAnswer(
                new OperationReference(row.getString("reference")),
                new Question(
                        new Party(row.getString("party")),
                        Gate.numbered(row.getString("gate")),
                        GatePoint.valueOf(row.getString("point")),
                        row.getInt("stop")),
                GateAnswer.Verdict.valueOf(row.getString("verdict")),
                row.getString("reason"),
                new Evidence(
                        row.getObject("evidence_count", Integer.class),
                        row.getObject("evidence_day", LocalDate.class),
                        row.getObject("evidence_version", Integer.class),
                        row.getString("evidence_sha256"),
                        row.getString("evidence_body"),
                        row.getObject("evidence_hours", Integer.class),
                        row.getObject("evidence_people", Integer.class)),
                row.getString("answered_by"),
                row.getTimestamp("at").toInstant());
    }
}
