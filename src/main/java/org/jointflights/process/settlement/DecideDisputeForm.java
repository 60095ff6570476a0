package org.jointflights.process.settlement;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.settlement.DecideDispute;
import org.jointflights.application.settlement.OpenAccounts;
import org.jointflights.application.settlement.SignStatements;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.settlement.Arbitration.Decision;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.Computed;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Where a party objects a second time the arbiter decides, and signs it. */
@Component
class DecideDisputeForm implements TaskForm {

    private final DecideDispute disputes;
    private final SignStatements statements;
    private final OpenAccounts accounts;
    private final AccountTables tables;
    private final FlightView view;

    DecideDisputeForm(
            DecideDispute disputes,
            SignStatements statements,
            OpenAccounts accounts,
            AccountTables tables,
            FlightView view) {
        this.disputes = disputes;
        this.statements = statements;
        this.accounts = accounts;
        this.tables = tables;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_decideDispute";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "claim", "answer");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(computed());
        shown.addAll(Set.of("objectors", "objectionRows", "claimRows", "partyRows", "claimOptions"));
        return shown;
    }

    @Override
    public Set<String> computed() {
        return Set.of("reference", "version", "hash");
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        Statement statement = statements.current(task.reference());
        task.show("reference", Computed.of(task.reference()))
                .show("version", Computed.of(statement.version()))
                .show("hash", Computed.hash(statement))
                .show("objectors", Party.codes(disputes.objectors(task.reference())))
                .showRows("objectionRows", tables.objections(task.reference()))
                .showRows("claimRows", tables.allClaims(task.reference()))
                .showRows("partyRows", tables.parties(task.reference()))
                .showRows("claimOptions", tables.claimOptions(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        Decision decision = task.answers().choice("decision", Decision.class);
        String why = task.answers().remark("answer");
        if (decision == Decision.STANDS) {
            disputes.uphold(task.reference(), why);
        } else {
            disputes.correct(task.reference(), task.answers().wholeNumber("claim", 1, Integer.MAX_VALUE), why);
        }
        task.decide(SettlementProcess.FIGURES_STAND, decision == Decision.STANDS);
        Instant due = accounts.claimsDueAnew(task.reference());
        task.decide(SettlementProcess.CLAIMS_DUE, due);
        task.decide(SettlementProcess.CLAIMS_END, Deadlines.closingClaims(due));
    }
}
