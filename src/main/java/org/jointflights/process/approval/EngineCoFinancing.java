package org.jointflights.process.approval;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jointflights.application.funding.CoFinancing;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.process.engine.AsSystem;
import org.springframework.stereotype.Component;

/** Asks the table {@code coFinancing.dmn}. Where no row fits there is no answer, and no money. */
@Component
class EngineCoFinancing implements CoFinancing {

    private static final String DECISION = "coFinancing";

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final AsSystem engine;
    private final Map<Question, FundingTerms> known = new ConcurrentHashMap<>();

    /** What a version of the table was asked: it answers the same each time, and takes its time. */
    private record Question(String table, int lawYear, Party beneficiary, Fund declared) {}

    EngineCoFinancing(DecisionService decisions, RepositoryService repository, AsSystem engine) {
        this.decisions = decisions;
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public FundingTerms termsFor(LocalDate lawDate, Party beneficiary, Fund declared) {
        return known.computeIfAbsent(
                new Question(newest(), lawDate.getYear(), beneficiary, declared),
                question -> asked(question.table(), lawDate, beneficiary, declared));
    }

    private String newest() {
        return engine.call(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult()
                .getId());
    }

    private FundingTerms asked(String table, LocalDate lawDate, Party beneficiary, Fund declared) {
        Map<String, Object> question =
                Map.of("lawYear", lawDate.getYear(), "party", beneficiary.code(), "declared", declared.name());
        DmnDecisionRuleResult row = engine.call(
                () -> decisions.evaluateDecisionTableById(table, question).getSingleResult());
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
