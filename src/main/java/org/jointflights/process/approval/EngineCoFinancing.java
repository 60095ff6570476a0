package org.jointflights.process.approval;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.jointflights.application.funding.CoFinancing;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.springframework.stereotype.Component;

/** Asks the table {@code coFinancing.dmn}. Where no row fits there is no answer, and no money. */
@Component
class EngineCoFinancing implements CoFinancing {

    private static final String DECISION = "coFinancing";

    private final DecisionService decisions;

    EngineCoFinancing(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public FundingTerms termsFor(LocalDate lawDate, Party beneficiary, Fund declared) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableByKey(
                        DECISION,
                        Map.of(
                                "lawYear", lawDate.getYear(),
                                "party", beneficiary.code(),
                                "declared", declared.name()))
                .getSingleResult();
        if (row == null) {
            throw new IllegalStateException(
                    DECISION + " has no row for " + beneficiary + ", " + declared + ", " + lawDate);
        }
        return new FundingTerms(
                Fund.valueOf(row.getEntry("fund")),
                Objects.requireNonNull(row.<Number>getEntry("percent")).intValue(),
                row.getEntry("basis"),
                row.getEntry("assumed"));
    }
}
