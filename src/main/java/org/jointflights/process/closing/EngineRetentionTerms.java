package org.jointflights.process.closing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.jointflights.application.closing.RetentionTerms;
import org.jointflights.domain.closing.RetentionTerm;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code retentionTerm.dmn}, whose days are written as figures: 20191204. */
@Component
class EngineRetentionTerms implements RetentionTerms {

    private static final String DECISION = "retentionTerm";

    private final DecisionService decisions;
    private final AsSystem engine;

    EngineRetentionTerms(@Lazy DecisionService decisions, AsSystem engine) {
        this.decisions = decisions;
        this.engine = engine;
    }

    @Override
    public RetentionTerm on(LocalDate lawDate) {
        long day = Long.parseLong(lawDate.format(DateTimeFormatter.BASIC_ISO_DATE));
        DmnDecisionRuleResult row = engine.call(() -> decisions
                .evaluateDecisionTableByKey(DECISION, Map.of("lawDate", day))
                .getSingleResult());
        if (row == null) {
            throw new IllegalStateException(DECISION + " has no row for " + lawDate);
        }
        return new RetentionTerm(
                Objects.requireNonNull(row.<Number>getEntry("days")).intValue(), row.getEntry("rule"));
    }
}
