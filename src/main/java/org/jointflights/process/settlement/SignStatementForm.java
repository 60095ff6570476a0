package org.jointflights.process.settlement;

import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.settlement.SignStatements;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.Computed;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A party signs the accounts or objects with a reason. */
@Component
class SignStatementForm implements TaskForm {

    private final SignStatements statements;
    private final AccountTables tables;
    private final FlightView view;

    SignStatementForm(SignStatements statements, AccountTables tables, FlightView view) {
        this.statements = statements;
        this.tables = tables;
        this.view = view;
    }

    private enum Answer {
        SIGN,
        OBJECT
    }

    @Override
    public String task() {
        return "userTask_signStatement";
    }

    @Override
    public Set<String> fields() {
        return Set.of("answer", "reason");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(computed());
        shown.addAll(Set.of("balanceText", "postingRows", "partyRows", "claimRows", "signatureRows", "replyText"));
        return shown;
    }

    @Override
    public Set<String> computed() {
        return Set.of("hash", "reference", "partyName", "version", "balance");
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
                .show("partyName", Computed.of(task.party()))
                .show("version", Computed.of(statement.version()))
                .show("hash", Computed.hash(statement))
                .show("balance", Computed.of(tables.balance(task.reference(), task.party())))
                .show("balanceText", tables.balanceText(task.reference(), task.party()))
                .showRows("postingRows", tables.postings(task.reference(), task.party()))
                .showRows("partyRows", tables.parties(task.reference()))
                .showRows("claimRows", tables.allClaims(task.reference()))
                .showRows("signatureRows", tables.signatures(task.reference()))
                .show("replyText", tables.replyText(task.reference(), task.party()));
    }

    @Override
    public void complete(CompletedTask task) {
        if (task.answers().choice("answer", Answer.class) == Answer.SIGN) {
            statements.sign(task.reference(), task.party());
        } else {
            statements.object(task.reference(), task.party(), task.answers().remark("reason"));
        }
        task.decide(SettlementProcess.EVERYBODY_SIGNED, statements.everybodySigned(task.reference()));
        task.decide(SettlementProcess.ARBITER_NEEDED, statements.needsArbiter(task.reference()));
    }
}
