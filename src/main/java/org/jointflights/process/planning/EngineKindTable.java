package org.jointflights.process.planning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.jointflights.application.planning.KindTable;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.process.engine.AsSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the tables {@code flightKinds.dmn} and {@code namedBasis.dmn}. */
@Component
class EngineKindTable implements KindTable {

    private final DecisionService decisions;
    private final AsSystem engine;

    EngineKindTable(@Lazy DecisionService decisions, AsSystem engine) {
        this.decisions = decisions;
        this.engine = engine;
    }

    @Override
    public Optional<Row> on(LocalDate day, FlightType kind) {
        return row(engine.call(() -> decisions
                .evaluateDecisionTableByKey("flightKinds", kindOn(day, kind))
                .getSingleResult()));
    }

    @Override
    public boolean isToBeNamedFor(LocalDate day, Party party) {
        return isToBeNamed(engine.call(() -> decisions
                .evaluateDecisionTableByKey("namedBasis", partOf(day, party))
                .getSingleResult()));
    }

    static Map<String, Object> kindOn(LocalDate day, FlightType kind) {
        return Map.of("flightDay", date(day), "kind", kind.name());
    }

    static Map<String, Object> partOf(LocalDate day, Party party) {
        return Map.of("flightDay", date(day), "party", party.code());
    }

    static Optional<Row> row(@Nullable DmnDecisionRuleResult row) {
        return Optional.ofNullable(row)
                .map(found -> new Row(found.getEntry("basis"), Boolean.TRUE.equals(found.getEntry("toBeNamed"))));
    }

    static boolean isToBeNamed(@Nullable DmnDecisionRuleResult row) {
        if (row == null) {
            throw new IllegalStateException("namedBasis has no row");
        }
        return Boolean.TRUE.equals(row.getEntry("toBeNamed"));
    }

    /** The engine compares days by its own zone. */
    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
