package org.jointflights.process.settlement;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.settlement.AnswerObjections;
import org.jointflights.application.settlement.OpenAccounts;
import org.jointflights.application.settlement.SignStatements;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The organiser answers what the parties objected: a claim is entered anew, or the figures stand. */
@Component
class AnswerObjectionForm implements TaskForm {

    private final AnswerObjections objections;
    private final SignStatements statements;
    private final OpenAccounts accounts;
    private final AccountTables tables;
    private final FlightView view;

    AnswerObjectionForm(
            AnswerObjections objections,
            SignStatements statements,
            OpenAccounts accounts,
            AccountTables tables,
            FlightView view) {
        this.objections = objections;
        this.statements = statements;
        this.accounts = accounts;
        this.tables = tables;
        this.view = view;
    }

    private enum Decision {
        CORRECT,
        ASK_AGAIN,
        STANDS
    }

    @Override
    public String task() {
        return "userTask_answerObjection";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "claim", "answer");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of("version", "objectionRows", "claimRows", "partyRows", "claimOptions"));
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        task.show("version", statements.current(task.reference()).version())
                .showRows("objectionRows", tables.objections(task.reference()))
                .showRows("claimRows", tables.allClaims(task.reference()))
                .showRows("partyRows", tables.parties(task.reference()))
                .showRows("claimOptions", tables.claimOptions(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        Decision decision = answers.choice("decision", Decision.class);
        switch (decision) {
            case CORRECT ->
                objections.correct(
                        task.reference(), answers.wholeNumber("claim", 1, Integer.MAX_VALUE), answers.remark("answer"));
            case ASK_AGAIN -> objections.askAgain(task.reference(), answers.remark("answer"));
            case STANDS -> objections.uphold(task.reference(), answers.remark("answer"));
        }
        task.decide(SettlementProcess.COST_CORRECTED, decision != Decision.STANDS);
        Instant due = accounts.claimsDueAnew(task.reference());
        task.decide(SettlementProcess.CLAIMS_DUE, due);
        task.decide(SettlementProcess.CLAIMS_END, Deadlines.closingClaims(due));
    }
}
