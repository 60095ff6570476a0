package org.jointflights.persistence.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.operation.KeptGateRules;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.EvidenceKind;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.GateRule;
import org.jointflights.domain.operation.GateRules;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKeptGateRules implements KeptGateRules {

    private static final String COLUMNS =
            "(reference, line, gate, point, answerer, apart, evidence, fresh_hours, blocks, basis, run)";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + JdbcOperationRuns.LATEST + ")";

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, Optional<GateRules>> known = new ReadOnce<>();

    JdbcKeptGateRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(OperationReference reference, GateRules rules) {
        known.forget(reference);
        List<GateRule> rows = rules.rows();
        List<Object> values = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            GateRule row = rows.get(line - 1);
            Duration fresh = row.fresh();
            values.addAll(Nulls.list(
                    reference.value(),
                    line,
                    row.gate().number(),
                    row.point().name(),
                    row.answerer().name(),
                    row.apartFrom().stream().sorted().map(Gate::number).collect(Collectors.joining(" ")),
                    row.evidence().name(),
                    fresh == null ? null : fresh.toHours(),
                    row.blocks().name(),
                    row.basis(),
                    reference.value()));
        }
        String rowsOfValues = Stream.generate(() -> ROW).limit(rows.size()).collect(Collectors.joining(", "));
        jdbc.sql("insert into gate_rule " + COLUMNS + " values " + rowsOfValues)
                .params(values)
                .update();
    }

    @Override
    public Optional<GateRules> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private Optional<GateRules> read(OperationReference reference) {
        List<GateRule> rows = jdbc.sql("select * from gate_rule where reference = ? and run = "
                        + JdbcOperationRuns.LATEST + " order by line")
                .params(reference.value(), reference.value())
                .query(JdbcKeptGateRules::rule)
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new GateRules(rows));
    }

    private static GateRule rule(ResultSet row, int number) throws SQLException {
        int hours = row.getInt("fresh_hours");
        return new GateRule(
                Gate.numbered(row.getString("gate")),
                GatePoint.valueOf(row.getString("point")),
                Answerer.valueOf(row.getString("answerer")),
                GateRule.gatesNumbered(row.getString("apart")),
                EvidenceKind.valueOf(row.getString("evidence")),
                hours == 0 ? null : Duration.ofHours(hours),
                GateRule.Step.valueOf(row.getString("blocks")),
                row.getString("basis"));
    }
}
