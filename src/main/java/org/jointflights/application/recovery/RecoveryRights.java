package org.jointflights.application.recovery;

import java.util.stream.Stream;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.settlement.Claims;
import org.jointflights.application.settlement.VoucherFiles;
import org.jointflights.domain.Actor;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.springframework.stereotype.Component;

/**
 * Who has a say in a recovery: Frontex's finance announces it, the claimant's finance answers, the executive decides, the creditor's
 * finance says that it is paid. Whoever found the error, entered the claim, added a file of its voucher or certified it neither
 * announces nor decides. Nor does whoever announced it, answered it or belongs to the claimant decide it. Where somebody acts for
 * somebody else, this holds for both.
 */
@Component
class RecoveryRights {

    private static final Party COMMISSION = new Party("EU");

    private final Claims claims;
    private final VoucherFiles files;
    private final CurrentUser actor;

    RecoveryRights(Claims claims, VoucherFiles files, CurrentUser actor) {
        this.claims = claims;
        this.files = files;
        this.actor = actor;
    }

    boolean mayOpen() {
        return actor.isIn(Role.FINANCE.groupOf(Party.FRONTEX));
    }

    /** Throws {@link NotYours} for anybody but Frontex's finance. */
    void requireOpener() {
        if (!mayOpen()) {
            throw NotYours.of("recovery.opener", Role.FINANCE.groupOf(Party.FRONTEX));
        }
    }

    boolean mayDecide() {
        return actor.isIn(Role.EXECUTIVE.group());
    }

    /** Throws {@link NotYours} for anybody but the executive. */
    void requireDecider() {
        if (!mayDecide()) {
            throw NotYours.of("recovery.decider", Role.EXECUTIVE.group());
        }
    }

    /** Throws {@link NotYours} for whoever is of no party's finance. */
    void requireFinance() {
        if (!Viewer.of(actor.groups()).isOfFinance()) {
            throw NotYours.of("recovery.finance");
        }
    }

    boolean mayAnswer(RecoveryOrder order) {
        return actor.isIn(Role.FINANCE.groupOf(order.finding().claimant()));
    }

    /** Throws {@link NotYours} for anybody but the claimant's finance. */
    void requireClaimant(RecoveryOrder order) {
        if (!mayAnswer(order)) {
            throw NotYours.of(
                    "recovery.claimant", Role.FINANCE.groupOf(order.finding().claimant()));
        }
    }

    /** Nobody is here for the Commission: Frontex's finance confirms what comes to its funds. */
    boolean mayCollect(Party creditor) {
        boolean forTheCommission = creditor.equals(COMMISSION) && actor.isIn(Role.FINANCE.groupOf(Party.FRONTEX));
        return forTheCommission || actor.isIn(Role.FINANCE.groupOf(creditor));
    }

    /** Throws {@link NotYours} for anybody but the creditor's finance. */
    void requireCreditor(Party creditor) {
        if (!mayCollect(creditor)) {
            throw NotYours.of(
                    "settlement.creditor.only",
                    Role.FINANCE.groupOf(creditor.equals(COMMISSION) ? Party.FRONTEX : creditor));
        }
    }

    /** Whether all orders are open to the person. */
    boolean readsAll() {
        return mayOpen()
                || Stream.of(Role.AUDITOR, Role.MANAGER, Role.EXECUTIVE)
                        .map(Role::group)
                        .anyMatch(actor::isIn);
    }

    /** Whether an order is: to those who read all, and to the finance of the claimant and of whoever gets something back. */
    boolean reads(RecoveryOrder order) {
        return readsAll()
                || mayAnswer(order)
                || order.transfers().stream()
                        .anyMatch(transfer -> Stream.of(transfer.creditor(), transfer.debtor())
                                .map(Role.FINANCE::groupOf)
                                .anyMatch(actor::isIn));
    }

    /** Throws {@link NotYours} for whoever found the error, or entered the claim, added a file of its voucher or certified it. */
    void requireFreeOfClaim(RecoveryOrder order) {
        requireOther(order.finding().by(), "recovery.found");
        Claim claim = claims.get(order.finding().claim());
        requireOther(claim.enteredBy(), "recovery.entered");
        files.of(claim.reference()).stream()
                .filter(file -> file.claim() == claim.id())
                .forEach(file -> requireOther(file.addedBy(), "recovery.voucher"));
        Certification certified = claim.certification();
        if (certified != null) {
            requireOther(certified.by(), "recovery.certified");
        }
    }

    /** Throws {@link NotYours} for whoever announced or answered it or belongs to the claimant as well. */
    void requireFree(RecoveryOrder order) {
        Party claimant = order.finding().claimant();
        for (String group : actor.boundGroups()) {
            if (claimant.equals(Viewer.partyOf(group))) {
                throw NotYours.of("recovery.ofClaimant", claimant);
            }
        }
        requireOther(order.announcedBy(), "recovery.announcedIt");
        RecoveryOrder.Answer answer = order.answer();
        if (answer != null) {
            requireOther(answer.by(), "recovery.answeredIt");
        }
        requireFreeOfClaim(order);
    }

    private void requireOther(String person, String code) {
        if (Actor.share(person, actor.id())) {
            throw NotYours.of(code);
        }
    }
}
