package org.jointflights.process.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jointflights.application.planning.KindTable;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;

/** The tables of kinds of flight as they stand in {@code bpmn}, for tests without the process engine. */
public final class KindsByTable implements KindTable {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision KINDS = decision("flightKinds");
    private static final DmnDecision NAMED = decision("namedBasis");

    @Override
    public Optional<Row> on(LocalDate day, FlightType kind) {
        return EngineKindTable.row(ENGINE.evaluateDecisionTable(KINDS, EngineKindTable.kindOn(day, kind))
                .getSingleResult());
    }

    @Override
    public boolean isToBeNamedFor(LocalDate day, Party party) {
        return EngineKindTable.isToBeNamed(ENGINE.evaluateDecisionTable(NAMED, EngineKindTable.partOf(day, party))
                .getSingleResult());
    }

    private static DmnDecision decision(String key) {
        try (InputStream table = Files.newInputStream(Path.of("bpmn", key + ".dmn"))) {
            return ENGINE.parseDecision(key, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
