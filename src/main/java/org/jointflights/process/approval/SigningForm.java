package org.jointflights.process.approval;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.application.approval.SignPlan;
import org.jointflights.application.approval.SignPlan.Place;
import org.jointflights.application.approval.SigningDocument;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.Computed;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;

/** A task in which one person answers to the version: the seven of them differ in who asks and what the yes is called. */
final class SigningForm implements TaskForm {

    /** Answers to a document. */
    enum Answer {
        SIGN,
        REFUSE
    }

    /** Answers of the fundamental-rights officer. */
    enum Opinion {
        POSITIVE,
        NEGATIVE
    }

    private static final String LEFT_OF_YEAR = "leftOfYear";

    private final String task;
    private final SigningRole role;
    private final SignPlan signatures;
    private final FreezePlan versions;
    private final SigningDocumentOnForm sheets;

    SigningForm(String task, SigningRole role, SignPlan signatures, FreezePlan versions, SigningDocumentOnForm sheets) {
        this.task = task;
        this.role = role;
        this.signatures = signatures;
        this.versions = versions;
        this.sheets = sheets;
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public Set<String> fields() {
        return Set.of("answer", "reason");
    }

    @Override
    public Set<String> shows() {
        Set<String> more = new HashSet<>(computed());
        if (role == SigningRole.FINANCE) {
            more.add(SigningDocumentOnForm.SHARE_CHANGE);
        }
        return SigningDocumentOnForm.planAndAnswersAnd(more.toArray(String[]::new));
    }

    @Override
    public Set<String> computed() {
        Set<String> computed = new HashSet<>(Set.of("reference", "version", "total", FlightApprovalProcess.HASH_SEEN));
        if (role.isOfParty()) {
            computed.add("partyName");
        }
        if (role == SigningRole.FINANCE) {
            computed.add(SigningDocumentOnForm.OWN_SHARE);
        }
        if (role.isOnDecision()) {
            computed.add("ceiling");
            computed.add(LEFT_OF_YEAR);
        }
        return computed;
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask open) {
        SigningDocument sheet = sheets.showPlanAndAnswers(open);
        PlanVersion version = versions.current(open.reference());
        open.show("reference", Computed.of(open.reference()))
                .show(FlightApprovalProcess.HASH_SEEN, Computed.hash(version));
        if (role.isOfParty()) {
            open.show("partyName", Computed.of(open.party()));
        }
        if (role == SigningRole.FINANCE) {
            sheets.showShare(open, version, open.party());
        }
        if (role.isOnDecision()) {
            open.show(
                    "ceiling",
                    Computed.of(Objects.requireNonNull(sheet.ceilings().get(open.party()))));
            open.show(LEFT_OF_YEAR, Computed.of(sheets.leftOfYear(open, open.party())));
            open.showRows("decisions", sheet.decisionOf(open.party()));
        }
    }

    /** The others sign at the same time, for other flights too; the content, and so its hash, stay what they were. */
    @Override
    public void claimed(OpenTask open) {
        sheets.showAnswers(open);
        if (role.isOnDecision()) {
            open.show(LEFT_OF_YEAR, Computed.of(sheets.leftOfYear(open, open.party())));
        }
    }

    @Override
    public void complete(CompletedTask done) {
        Party party = role.isOfParty() ? done.party() : null;
        Place place = new Place(done.shown(FlightApprovalProcess.HASH_SEEN), role, party);
        TypedFields answers = done.answers();
        if (isYes(answers)) {
            signatures.sign(
                    done.reference(), place, answers.optionalRemark("reason").orElse(null));
            return;
        }
        String reason = answers.optionalRemark("reason")
                .orElseThrow(() -> BadInput.of("reason", "", "approval.reason.missing"));
        signatures.refuse(done.reference(), place, reason);
        done.decide(FlightApprovalProcess.REFUSED, true);
    }

    private boolean isYes(TypedFields answers) {
        return role == SigningRole.RIGHTS_OPINION
                ? answers.choice("answer", Opinion.class) == Opinion.POSITIVE
                : answers.choice("answer", Answer.class) == Answer.SIGN;
    }
}
