package org.jointflights.process.operation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.jointflights.application.operation.GateTable;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.EvidenceKind;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.GateRule;
import org.jointflights.domain.operation.GateRules;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the tables {@code gates.dmn} and {@code noticePeriod.dmn}; a row that cannot be understood stops the operation's opening. */
@Component
class EngineGateTable implements GateTable {

    private final DecisionService decisions;
    private final AsSystem engine;

    EngineGateTable(@Lazy DecisionService decisions, AsSystem engine) {
        this.decisions = decisions;
        this.engine = engine;
    }

    @Override
    public GateRules rulesOn(LocalDate day, FlightType kind) {
        return engine.call(() -> new GateRules(
                decisions
                        .evaluateDecisionTableByKey("gates", Map.of("flightDay", date(day), "kind", kind.name()))
                        .stream()
                        .map(EngineGateTable::rule)
                        .toList()));
    }

    @Override
    public int noticeDays(LocalDate day, Party party) {
        return engine.call(() -> Objects.requireNonNull(
                        decisions
                                .evaluateDecisionTableByKey(
                                        "noticePeriod", Map.of("flightDay", date(day), "party", party.code()))
                                .getSingleResult(),
                        () -> "noticePeriod has no row for " + party + ", " + day)
                .<Number>getEntry("workingDays")
                .intValue());
    }

    /** The engine compares days by its own zone. */
    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    static GateRule rule(DmnDecisionRuleResult row) {
        long hours = row.<Number>getEntry("freshHours").longValue();
        return new GateRule(
                Gate.numbered(row.getEntry("gate")),
                GatePoint.valueOf(row.getEntry("point")),
                Answerer.valueOf(row.getEntry("answerer")),
                GateRule.gatesNumbered(row.getEntry("apart")),
                EvidenceKind.valueOf(row.getEntry("evidence")),
                hours == 0 ? null : Duration.ofHours(hours),
                GateRule.Step.valueOf(row.getEntry("blocks")),
                row.getEntry("basis"));
    }
}
