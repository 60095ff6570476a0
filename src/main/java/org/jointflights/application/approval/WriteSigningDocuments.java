package org.jointflights.application.approval;

import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jointflights.application.approval.SigningDocument.CostRow;
import org.jointflights.application.approval.SigningDocument.DecisionRow;
import org.jointflights.application.approval.SigningDocument.SeatRow;
import org.jointflights.application.approval.SigningDocument.ShareRow;
import org.jointflights.application.approval.SigningDocument.SignatureRow;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.flight.RouteName;
import org.jointflights.application.flight.SeatWords;
import org.jointflights.application.funding.DraftDecisions;
import org.jointflights.application.people.People;
import org.jointflights.application.planning.Crews;
import org.jointflights.domain.Moment;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.funding.CategoryTerms;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down for a signer, in a language, what they sign. */
@Service
@Transactional(readOnly = true)
public class WriteSigningDocuments {

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
    public SigningDocument of(OperationReference reference, Locale language) {
        return new Writer(language).write(reference);
    }

    /**
     * What has become of a party's share since the version before the one that is to be signed, and why that one is void; both
     * read from the texts that were frozen.
     */
    public String change(PlanVersion version, Party party, Locale language) {
        return versions.of(version.reference()).stream()
                .filter(each -> each.number() == version.number() - 1)
                .findFirst()
                .map(before -> change(before, version, party))
                .orElseGet(() -> Sentence.of("approval.document.firstVersion"))
                .in(language);
    }

    private static Sentence change(StoredVersion stored, PlanVersion version, Party party) {
        if (stored.fault() != null) {
            return Sentence.of("approval.document.faultyBefore", stored.number());
        }
        Money before = stored.proven().shareOf(party);
        Money now = version.shareOf(party);
        int order = now.compareTo(before);
        Sentence change = order == 0
                ? Sentence.of("approval.document.sameShare", stored.number())
                : Sentence.of(
                        order > 0 ? "approval.document.moreShare" : "approval.document.lessShare",
                        order > 0 ? now.minus(before) : before.minus(now),
                        stored.number(),
                        before);
        Sentence why = stored.fate().voidedFor();
        return why == null ? change : Sentence.of("approval.document.changeWhy", change, why);
    }

    /** Every answer that was given to a version of the plan until now. */
    public List<SignatureRow> signatures(OperationReference reference, Locale language) {
        return new Writer(language).signatures(reference, plans.zone(reference));
    }

    /** The same in one language. */
    private final class Writer {

        private final Locale language;

        Writer(Locale language) {
            this.language = language;
        }

        SigningDocument write(OperationReference reference) {
            PlanContent plan = plans.of(reference);
            CarrierQuote carrier = plan.carrier();
            ZoneId zone = plan.departure().getZone();
            return new SigningDocument(
                    route(plan),
                    plan.total(),
                    carrier == null
                            ? say("approval.document.noCarrier")
                            : say("approval.document.carrier", carrier.carrier(), carrier.price()),
                    crews.of(reference).map(this::words).orElseGet(() -> say("approval.document.noCrew")),
                    say("costs.rule." + plan.withdrawalRule()),
                    versions.current(reference).orElse(null),
                    plan.parts().entrySet().stream()
                            .map(part -> row(part.getKey(), part.getValue()))
                            .toList(),
                    plan.costs().stream().map(this::row).toList(),
                    splits.current(reference).map(this::rows).orElse(List.of()),
                    plan.decisions().stream().map(this::row).toList(),
                    plan.decisions().stream()
                            .collect(Collectors.toMap(FinancialDecision::beneficiary, FinancialDecision::ceiling)),
                    signatures(reference, zone));
        }

        private String route(PlanContent plan) {
            String route = say(
                    "approval.document.route",
                    RouteName.of(plan.route()),
                    NumberFormat.getIntegerInstance(language)
                            .format(plan.route().km()));
            PlanContent.Law law = plan.law();
            return law == null
                    ? route
                    : say("approval.document.law", route, law.type().words(), words(law.kind()));
        }

        private String words(FlightKind kind) {
            return kind.named() == null ? kind.basis() : kind.basis() + "; " + kind.named();
        }

        private List<SignatureRow> signatures(OperationReference reference, ZoneId zone) {
            List<Signature> all = versions.signatures(reference);
            Map<String, String> names =
                    people.namesOf(all.stream().map(Signature::person).collect(Collectors.toSet()));
            return all.stream()
                    .map(signature -> row(signature, Objects.requireNonNull(names.get(signature.person())), zone))
                    .toList();
        }

        private String words(Crew crew) {
            return say(
                    "approval.document.crew", crew.escortLeader(), crew.doctor(), crew.interpreter(), crew.monitor());
        }

        private SeatRow row(Party party, PlanContent.Part part) {
            return new SeatRow(
                    name(party),
                    part.seats().returnees(),
                    SeatWords.staff(part.seats(), language),
                    part.seats().total(),
                    orDash(part.embarkation() == null ? null : new PlaceName(part.embarkation()).in(language)));
        }

        private CostRow row(CostItem item) {
            return new CostRow(
                    item.label(),
                    money(item.amount()),
                    item.payer().code(),
                    item.sharersInOrder().stream().map(Party::code).collect(Collectors.joining(", ")),
                    say(item.sharers().size() == 1 ? "approval.document.direct" : "costs.key." + item.key()));
        }

        private List<ShareRow> rows(Split split) {
            return split.shares().stream()
                    .map(share -> new ShareRow(
                            share.party().code(),
                            split.itemOf(share).label(),
                            money(share.amount()),
                            share.reason(language)))
                    .toList();
        }

        /** Of all it pays, and of the categories of which it pays less. */
        private static Sentence rate(FinancialDecision decision) {
            Sentence rate =
                    Sentence.of("approval.document.percent", decision.terms().percent());
            for (Map.Entry<CostCategory, CategoryTerms> entry :
                    decision.categories().entrySet()) {
                Money cap = entry.getValue().cap();
                rate = cap == null
                        ? Sentence.of(
                                "approval.document.category",
                                rate,
                                entry.getKey().words(),
                                entry.getValue().percent())
                        : Sentence.of(
                                "approval.document.category.cap",
                                rate,
                                entry.getKey().words(),
                                entry.getValue().percent(),
                                cap);
            }
            return rate;
        }

        private DecisionRow row(FinancialDecision decision) {
            Sentence basis = Sentence.of("approval.basis." + decision.terms().basis());
            return new DecisionRow(
                    name(decision.beneficiary()),
                    say("approval.fund." + decision.fund()),
                    rate(decision).in(language),
                    money(decisions.expectedClaim(decision.reference(), decision.beneficiary())),
                    money(decision.ceiling()),
                    decision.assumed() ? say("approval.document.assumed", basis) : basis.in(language),
                    decision.isSigned()
                            ? say("approval.document.bothSides")
                            : decision.signedByFrontex() ? Party.FRONTEX.name(language) : "–");
        }

        private SignatureRow row(Signature signature, String name, ZoneId zone) {
            Party party = signature.party();
            Sentence answer = answer(signature);
            Sentence voided = signature.voidedFor();
            return new SignatureRow(
                    signature.version(),
                    say("approval.role." + signature.role()),
                    party == null ? "–" : party.code(),
                    name,
                    Moment.of(signature.at(), zone).in(language),
                    voided == null ? answer.in(language) : say("approval.document.void", answer, voided));
        }

        private String say(String code, Object... gaps) {
            return Sentence.of(code, gaps).in(language);
        }

        private String name(Party party) {
            return party.code() + " " + party.name(language);
        }

        private String money(Money money) {
            return money.in(language);
        }
    }

    private static Sentence answer(Signature signature) {
        String reason = signature.reason();
        if (signature.refused()) {
            return Sentence.of("approval.document.refused", orDash(reason));
        }
        return reason == null
                ? Sentence.of("approval.document.signed")
                : Sentence.of("approval.document.signedSaying", reason);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
