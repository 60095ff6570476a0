package org.jointflights.application.approval;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointflights.application.approval.SigningDocument.CostRow;
import org.jointflights.application.approval.SigningDocument.DecisionRow;
import org.jointflights.application.approval.SigningDocument.SeatRow;
import org.jointflights.application.approval.SigningDocument.ShareRow;
import org.jointflights.application.approval.SigningDocument.SignatureRow;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.SeatWords;
import org.jointflights.application.funding.DraftDecisions;
import org.jointflights.application.people.People;
import org.jointflights.application.planning.Crews;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down for a signer what they sign. The forms are in English. */
@Service
@Transactional(readOnly = true)
public class WriteSigningDocuments {

    private static final Locale LANGUAGE = Locale.ENGLISH;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final CollectPlan plans;
    private final Splits splits;
    private final SignedVersions versions;
    private final DraftDecisions decisions;
    private final Crews crews;
    private final People people;

    WriteSigningDocuments(
            CollectPlan plans,
            Splits splits,
            SignedVersions versions,
            DraftDecisions decisions,
            Crews crews,
            People people) {
        this.plans = plans;
        this.splits = splits;
        this.versions = versions;
        this.decisions = decisions;
        this.crews = crews;
        this.people = people;
    }

    /** The plan as it stands, and every answer that was given to a version of it. */
    public SigningDocument of(OperationReference reference) {
        PlanContent plan = plans.of(reference);
        CarrierQuote carrier = plan.carrier();
        ZoneId zone = plan.departure().getZone();
        return new SigningDocument(
                String.format(LANGUAGE, "%s, %,d km", plan.route(), plan.route().km()),
                plan.total(),
                carrier == null ? "none chosen" : carrier.carrier() + ", " + money(carrier.price()),
                crews.of(reference).map(WriteSigningDocuments::words).orElse("not named yet"),
                Sentence.of("costs.rule." + plan.withdrawalRule()).in(LANGUAGE),
                versions.current(reference).orElse(null),
                plan.parts().entrySet().stream()
                        .map(part -> row(part.getKey(), part.getValue()))
                        .toList(),
                plan.costs().stream().map(WriteSigningDocuments::row).toList(),
                splits.current(reference).map(WriteSigningDocuments::rows).orElse(List.of()),
                plan.decisions().stream().map(this::row).toList(),
                plan.decisions().stream()
                        .collect(Collectors.toMap(FinancialDecision::beneficiary, FinancialDecision::ceiling)),
                signatures(reference, zone));
    }

    /** Every answer that was given to a version of the plan until now. */
    public List<SignatureRow> signatures(OperationReference reference) {
        return signatures(reference, plans.of(reference).departure().getZone());
    }

    private List<SignatureRow> signatures(OperationReference reference, ZoneId zone) {
        return versions.signatures(reference).stream()
                .map(signature -> row(signature, zone))
                .toList();
    }

    private static String words(Crew crew) {
        return "escorts led by %s; doctor from %s; interpreter: %s; monitor: %s"
                .formatted(crew.escortLeader(), crew.doctor(), crew.interpreter(), crew.monitor());
    }

    private static SeatRow row(Party party, PlanContent.Part part) {
        return new SeatRow(
                name(party),
                part.seats().returnees(),
                SeatWords.staff(part.seats(), LANGUAGE),
                part.seats().total(),
                orDash(part.embarkation()));
    }

    private static CostRow row(CostItem item) {
        return new CostRow(
                item.label(),
                money(item.amount()),
                item.payer().code(),
                item.sharersInOrder().stream().map(Party::code).collect(Collectors.joining(", ")),
                item.sharers().size() == 1
                        ? "direct"
                        : Sentence.of("costs.key." + item.key()).in(LANGUAGE));
    }

    private static List<ShareRow> rows(Split split) {
        return split.shares().stream()
                .map(share -> new ShareRow(
                        share.party().code(),
                        split.itemOf(share).label(),
                        money(share.amount()),
                        share.reason(LANGUAGE)))
                .toList();
    }

    private DecisionRow row(FinancialDecision decision) {
        String basis = Sentence.of("approval.basis." + decision.terms().basis()).in(LANGUAGE);
        return new DecisionRow(
                name(decision.beneficiary()),
                Sentence.of("approval.fund." + decision.fund()).in(LANGUAGE),
                decision.terms().percent() + " %",
                money(decisions.expectedClaim(decision.reference(), decision.beneficiary())),
                money(decision.ceiling()),
                decision.assumed() ? basis + " (assumed)" : basis,
                decision.isSigned() ? "both sides" : decision.signedByFrontex() ? "Frontex" : "–");
    }

    private SignatureRow row(Signature signature, ZoneId zone) {
        Party party = signature.party();
        String answer = signature.refused() ? "refused: " + orDash(signature.reason()) : "signed";
        String added = signature.refused() || signature.reason() == null ? "" : ": " + signature.reason();
        String voided = signature.voidedFor() == null ? "" : " – void: " + signature.voidedFor();
        return new SignatureRow(
                signature.version(),
                Sentence.of("approval.role." + signature.role()).in(LANGUAGE),
                party == null ? "–" : party.code(),
                people.nameOf(signature.person()),
                MINUTE.format(signature.at().atZone(zone)),
                answer + added + voided);
    }

    private static String name(Party party) {
        return party.code() + " " + party.name(LANGUAGE);
    }

    private static String money(Money money) {
        return MoneyText.format(money, LANGUAGE);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
