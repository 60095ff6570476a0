package org.jointflights.process.settlement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.settlement.CertifyClaims;
import org.jointflights.application.settlement.CertifyClaims.Finding;
import org.jointflights.application.settlement.CheckConditions;
import org.jointflights.application.settlement.ReadVouchers;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Frontex's finance checks one claim against its voucher. */
@Component
class CertifyClaimForm implements TaskForm {

    static final String TASK = "userTask_certifyClaim";

    private final CertifyClaims claims;
    private final AccountTables tables;
    private final ReadVouchers vouchers;
    private final CheckConditions conditions;
    private final FlightView view;

    CertifyClaimForm(
            CertifyClaims claims,
            AccountTables tables,
            ReadVouchers vouchers,
            CheckConditions conditions,
            FlightView view) {
        this.claims = claims;
        this.tables = tables;
        this.vouchers = vouchers;
        this.conditions = conditions;
        this.view = view;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "eligibleAmount", "voucherChecked", "clause", "reason");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of(
                "claimText",
                "claimRows",
                "sharedText",
                "decisionText",
                "cancellationText",
                "asksClause",
                "voucherText",
                "doubleText",
                "conditionText"));
        return shown;
    }

    /** The claims themselves say who certified those that count. */
    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        Claim claim = claims.get(task.reference(), task.read(SettlementProcess.CLAIM));
        ReadVouchers.Shown shown = task.once(ReadVouchers.Shown.class, () -> vouchers.forForm(claim, Party.FRONTEX));
        view.show(task);
        task.show("claimText", tables.claimText(claim))
                .showRows("claimRows", tables.claims(List.of(claim)))
                .show("voucherText", VoucherTexts.files(shown))
                .show("doubleText", VoucherTexts.twice(shown))
                .show("conditionText", conditions.sentence(task.reference(), claim.claimant()))
                .show("sharedText", tables.sharedText(task.reference(), claim))
                .show("decisionText", tables.decisionText(task.reference(), claim.claimant()))
                .show("cancellationText", tables.cancellationText(task.reference()))
                .show("asksClause", claims.isCancelled(task.reference()) ? "yes" : "");
    }

    /** A report may have come in meanwhile, or an incident, and the claim with the same voucher may count no longer. */
    @Override
    public void claimed(OpenTask task) {
        Claim claim = claims.get(task.reference(), task.read(SettlementProcess.CLAIM));
        task.show("doubleText", VoucherTexts.twice(vouchers.forForm(claim, Party.FRONTEX)));
        task.show("conditionText", conditions.sentence(task.reference(), claim.claimant()));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        Finding finding = answers.choice("decision", Finding.class);
        boolean paid = finding == Finding.ELIGIBLE || finding == Finding.PARTLY;
        boolean checked = paid && answers.yes("voucherChecked");
        boolean clauseAsked = paid && claims.isCancelled(task.reference());
        claims.certify(
                task.reference(),
                task.read(SettlementProcess.CLAIM),
                finding,
                checked,
                answers.isEmpty("eligibleAmount") ? null : answers.money("eligibleAmount", Money.EUR),
                clauseAsked && answers.yes("clause"),
                answers.optionalRemark("reason").orElse(null));
    }
}
