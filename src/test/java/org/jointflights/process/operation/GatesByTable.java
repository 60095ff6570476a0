package org.jointflights.process.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jointflights.application.operation.GateTable;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.operation.GateRules;

/** The tables of gates and of notice periods as they stand in {@code bpmn}, for tests without the process engine. */
public final class GatesByTable implements GateTable {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision GATES = decision("gates");
    private static final DmnDecision NOTICE = decision("noticePeriod");

    private static final Map<LocalDate, GateRules> KNOWN = new ConcurrentHashMap<>();

    /** The gates of a joint flight on that day. */
    public static GateRules on(LocalDate day) {
        return KNOWN.computeIfAbsent(day, new GatesByTable()::evaluated);
    }

    private GateRules evaluated(LocalDate day) {
        return rulesOn(day, FlightType.JRO);
    }

    @Override
    public GateRules rulesOn(LocalDate day, FlightType kind) {
        return new GateRules(
                ENGINE.evaluateDecisionTable(GATES, Map.of("flightDay", date(day), "kind", kind.name())).stream()
                        .map(EngineGateTable::rule)
                        .toList());
    }

    @Override
    public int noticeDays(LocalDate day, Party party) {
        return ENGINE.evaluateDecisionTable(NOTICE, Map.of("flightDay", date(day), "party", party.code()))
                .getSingleResult()
                .<Number>getEntry("workingDays")
                .intValue();
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    private static DmnDecision decision(String key) {
        try (InputStream table = Files.newInputStream(Path.of("bpmn", key + ".dmn"))) {
            return ENGINE.parseDecision(key, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
