package org.jointflights.process.example;

import java.time.LocalDate;
import java.util.Map;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.recovery.AnswerRecovery;
import org.jointflights.application.recovery.DecideRecovery;
import org.jointflights.application.recovery.EnterReferenceRate;
import org.jointflights.application.recovery.OpenRecovery;
import org.jointflights.application.recovery.Recoveries;
import org.jointflights.application.recovery.SettleRecovery;
import org.jointflights.application.sampling.PlanSample;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.DefaultInterest;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.recovery.ReferenceRate;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What follows a flight's last signature, in the words of those who do it: a sample, a finding, a recovery order and its payments. */
@Component
@Profile("example")
class ExampleRecovery {

    private final ExampleUsers users;
    private final PlanSample samples;
    private final EnterReferenceRate rates;
    private final OpenRecovery opening;
    private final AnswerRecovery answering;
    private final DecideRecovery deciding;
    private final SettleRecovery settling;
    private final Recoveries recoveries;

    ExampleRecovery(
            ExampleUsers users,
            PlanSample samples,
            EnterReferenceRate rates,
            OpenRecovery opening,
            AnswerRecovery answering,
            DecideRecovery deciding,
            SettleRecovery settling,
            Recoveries recoveries) {
        this.users = users;
        this.samples = samples;
        this.rates = rates;
        this.opening = opening;
        this.answering = answering;
        this.deciding = deciding;
        this.settling = settling;
        this.recoveries = recoveries;
    }

    /** An auditor draws among what was certified that day, with a seed that was thrown, and finds that much wrong of a claim. */
    void finds(LocalDate certified, String seed, Claim claim, Money error, SampleFinding.Cause cause) {
        users.as("auditor", () -> {
            long sample = samples.draw(new TypedFields(Map.of(
                    "sampleFrom", certified.toString(), "sampleTo", certified.toString(), "draws", "2", "seed", seed)));
            samples.find(
                    sample,
                    claim.id(),
                    new TypedFields(Map.of("errorCause", cause.name(), "errorAmount", figure(error))));
        });
    }

    /** Frontex's finance announces the order that follows from what was found; its number. */
    long announced(Claim claim) {
        long finding = recoveries.toRecover().stream()
                .filter(found -> found.claim() == claim.id())
                .findFirst()
                .orElseThrow()
                .id();
        users.as("fxfinance1", () -> opening.announce(finding));
        return recoveries.of(claim.reference()).stream()
                .filter(order -> order.finding().id() == finding)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The claimant contests it in a letter. */
    void contested(long order, String letter) {
        Party claimant = recoveries.get(order).finding().claimant();
        TypedFields typed = new TypedFields(Map.of("stance", AnswerRecovery.Stance.CONTESTED.name(), "letter", letter));
        users.as(ExampleSteps.user(claimant, "finance2"), () -> answering.answer(order, typed));
    }

    /** The executive issues it all the same. */
    void issued(long order, String debitNote) {
        TypedFields typed =
                new TypedFields(Map.of("recoveryOutcome", DecideRecovery.Outcome.ISSUE.name(), "letter", debitNote));
        users.as("executive1", () -> deciding.decide(order, typed));
    }

    /** Puts the rate on record by which interest is worked out. */
    void entered(ReferenceRate rate) {
        TypedFields typed = new TypedFields(Map.of(
                "rateMonth",
                rate.month().toString(),
                "referenceRate",
                rate.percent().toPlainString(),
                "rateSource",
                rate.source()));
        users.as("fxfinance1", () -> rates.enter(typed));
    }

    /** A creditor has what is owed to it, with the interest where it comes late. */
    void paid(long order, Party creditor, LocalDate day, ReferenceRate rate, String bankReference) {
        RecoveryOrder issued = recoveries.get(order);
        Transfer owed = owed(issued, creditor);
        Money due = owed.amount()
                .plus(DefaultInterest.of(owed.amount(), issued.due(), day, rate).amount());
        TypedFields typed = new TypedFields(
                Map.of("amountReceived", figure(due), "valueDate", day.toString(), "bankReference", bankReference));
        users.as(finance(creditor), () -> settling.confirm(order, owed.id(), typed));
    }

    /** A creditor renounces what is owed to it, in a letter. */
    void waived(long order, Party creditor, LocalDate day, String letter) {
        Transfer owed = owed(recoveries.get(order), creditor);
        TypedFields typed = new TypedFields(Map.of("letter", letter, "letterDate", day.toString()));
        users.as(finance(creditor), () -> settling.waive(order, owed.id(), typed));
    }

    private static Transfer owed(RecoveryOrder order, Party creditor) {
        return order.transfers().stream()
                .filter(transfer -> transfer.creditor().equals(creditor))
                .findFirst()
                .orElseThrow();
    }

    /** Nobody is here for the Commission: Frontex's finance says what has come to its funds. */
    private static String finance(Party creditor) {
        return creditor.code().equals("EU") ? "fxfinance3" : ExampleSteps.user(creditor, "finance2");
    }

    private static String figure(Money amount) {
        return amount.decimal().toPlainString();
    }
}
