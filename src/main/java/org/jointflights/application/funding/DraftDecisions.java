package org.jointflights.application.funding;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.funding.CategoryTerms;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafting the financial decisions, one for each state that takes part. */
@Service
@Transactional
public class DraftDecisions {

    private final FinancialDecisions decisions;
    private final CoFinancing coFinancing;
    private final Flights flights;
    private final Participations participations;
    private final Budgets budgets;
    private final WriteTrail trail;

    DraftDecisions(
            FinancialDecisions decisions,
            CoFinancing coFinancing,
            Flights flights,
            Participations participations,
            Budgets budgets,
            WriteTrail trail) {
        this.decisions = decisions;
        this.coFinancing = coFinancing;
        this.flights = flights;
        this.participations = participations;
        this.budgets = budgets;
        this.trail = trail;
    }

    /**
     * Every state that takes part gets a decision, and nobody else keeps one. What was decided about a state before stays;
     * a new one is drafted for Frontex's money, up to what the state is expected to claim.
     */
    public void draft(OperationReference reference) {
        Flight flight = flights.get(reference);
        Map<Party, FinancialDecision> known = new TreeMap<>();
        decisions.of(reference).forEach(decision -> known.put(decision.beneficiary(), decision));
        List<FinancialDecision> drafted = new ArrayList<>();
        for (Party state : states(reference)) {
            FinancialDecision before = known.remove(state);
            Fund declared = before == null ? Fund.FRONTEX : before.declared();
            FundingTerms terms = coFinancing.termsFor(flight.lawDate(), state, declared);
            Money ceiling = before != null && before.terms().equals(terms)
                    ? before.ceiling()
                    : proposedCeiling(reference, state, terms);
            FinancialDecision unsigned = FinancialDecision.unsigned(reference, state, declared, terms, ceiling);
            drafted.add(before != null && before.terms().equals(terms) ? unsigned.with(before.categories()) : unsigned);
        }
        decisions.put(drafted);
        known.keySet().forEach(left -> decisions.remove(reference, left));
    }

    /** Frontex's coordinator says which fund a state draws on and up to how much, in euro, of whatever it pays for. */
    public void set(OperationReference reference, Party beneficiary, Fund declared, Money ceiling) {
        set(reference, beneficiary, declared, ceiling, Map.of());
    }

    /** The same, with other rates and caps for single categories of costs, all under the one ceiling. */
    public void set(
            OperationReference reference,
            Party beneficiary,
            Fund declared,
            Money ceiling,
            Map<CostCategory, CategoryTerms> categories) {
        if (!states(reference).contains(beneficiary)) {
            throw BadInput.of("beneficiary", beneficiary, "approval.beneficiary.unknown", states(reference));
        }
        FundingTerms terms = coFinancing.termsFor(flights.get(reference).lawDate(), beneficiary, declared);
        decisions.put(FinancialDecision.unsigned(reference, beneficiary, declared, terms, ceiling)
                .with(categories));
        trail.recordOf(
                reference,
                beneficiary,
                TrailEvent.CEILING,
                beneficiary,
                Sentence.of("approval.fund." + terms.fund()),
                terms.percent(),
                ceiling);
        categories.forEach((category, other) -> {
            Money cap = other.cap();
            trail.recordOf(
                    reference,
                    beneficiary,
                    cap == null ? TrailEvent.CATEGORY_RATE : TrailEvent.CATEGORY_CAP,
                    beneficiary,
                    category.words(),
                    other.percent(),
                    cap == null ? "" : cap);
        });
    }

    /** What the state is expected to claim: the costs of the budget that it pays itself. */
    @Transactional(readOnly = true)
    public Money expectedClaim(OperationReference reference, Party state) {
        return budgets.of(reference).stream()
                .filter(line -> !line.leftOut() && line.item().payer().equals(state))
                .map(line -> line.item().amount())
                .reduce(Money.zero(Money.EUR), Money::plus);
    }

    private Money proposedCeiling(OperationReference reference, Party state, FundingTerms terms) {
        BigInteger claim =
                BigInteger.valueOf(Math.max(0, expectedClaim(reference, state).minor()));
        return Money.euro(terms.rate().multiply(claim).longValue());
    }

    private List<Party> states(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::takesPart)
                .map(Participation::party)
                .toList();
    }
}
