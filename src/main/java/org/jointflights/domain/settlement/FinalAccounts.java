package org.jointflights.domain.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.funding.GrantedItem;
import org.jointflights.domain.funding.Grants;
import org.jointflights.domain.money.Money;

/**
 * Turns certified costs into postings: what each claimant paid, what a fund pays of it, and who bears the rest. A grant
 * attaches to payer and item; what it leaves of a common item is split by that item's key, what it leaves of a direct
 * item stays with its party.
 */
public final class FinalAccounts {

    private FinalAccounts() {}

    /** A posting that has no number yet. */
    public record Draft(
            long claim,
            Fund fund,
            Posting.Kind kind,
            Party party,
            Money amount,
            String exact,
            String weights,
            Sentence reason) {}

    /** What was finally posted, and the fractions of a cent that the parties take along to their next flight. */
    public record Posted(List<FinalShare> shares, CarryAccounts accounts) {

        public Posted {
            shares = List.copyOf(shares);
        }
    }

    /** What funds leave of the costs, to be shared; the drafts are of what comes before sharing. */
    private record Remainder(List<Draft> drafts, List<CostItem> items) {}

    /**
     * The postings, claim by claim. {@code frame} says who takes part with which seats, the route and the withdrawal
     * rule; its items do not matter. Throws {@link org.jointflights.domain.BadInput} where a key divides by nothing, and
     * {@link IllegalStateException} should a claim's postings not add up to zero.
     */
    public static List<Draft> of(List<FinalCost> costs, List<GrantRule> rules, CostInput frame) {
        Remainder left = remainder(costs, rules);
        List<Draft> drafts = new ArrayList<>(left.drafts);
        CostSharing.share(frame.with(left.items)).postings().forEach(share -> drafts.add(share(share)));
        requireZero(drafts);
        return drafts.stream().sorted(Comparator.comparingLong(Draft::claim)).toList();
    }

    /**
     * The shares of the same costs as they are posted once all have signed: with what earlier postings of exactly the
     * same parties left over, which the statement that is signed does not count. Throws as {@link #of} does.
     */
    public static Posted post(List<FinalCost> costs, List<GrantRule> rules, CostInput frame, CarryAccounts before) {
        Remainder left = remainder(costs, rules);
        CostInput input = frame.with(left.items);
        List<org.jointflights.domain.costs.ItemShare> signed =
                CostSharing.share(input).postings();
        CostSharing.Posted posted = CostSharing.post(input, before);
        List<FinalShare> shares = new ArrayList<>();
        for (org.jointflights.domain.costs.ItemShare share : posted.shares().postings()) {
            shares.add(new FinalShare(
                    share.item().id(),
                    share.item().description(),
                    share.party(),
                    share.carrySet(),
                    share.exact(),
                    signed.get(shares.size()).posted(),
                    share.posted(),
                    share.carryBefore()));
        }
        return new Posted(shares, posted.accounts());
    }

    private static Remainder remainder(List<FinalCost> costs, List<GrantRule> rules) {
        Map<Long, GrantedItem> grants = grants(costs, rules);
        List<FinalCost> inOrder = costs.stream()
                .sorted(Comparator.comparingLong(FinalCost::claim))
                .toList();
        List<Draft> drafts = new ArrayList<>();
        List<CostItem> left = new ArrayList<>();
        for (FinalCost cost : inOrder) {
            drafts.add(paid(cost));
            GrantedItem grant = grants.get(cost.claim());
            Money rest = cost.paid();
            if (grant != null && !grant.granted().isZero()) {
                drafts.addAll(granted(cost, grant, grant.exact()));
                rest = rest.minus(grant.granted());
            }
            if (!rest.isZero()) {
                left.add(cost.item().of(rest));
            }
        }
        return new Remainder(drafts, left);
    }

    /** By item; national money grants nothing, and costs of which nothing is eligible get none. */
    private static Map<Long, GrantedItem> grants(List<FinalCost> costs, List<GrantRule> rules) {
        List<CostItem> eligible = costs.stream()
                .filter(cost -> !cost.eligible().isZero())
                .map(cost -> cost.item().of(cost.eligible()))
                .toList();
        List<GrantRule> paying =
                rules.stream().filter(rule -> rule.fund() != Fund.NATIONAL).toList();
        return Grants.of(eligible, paying).items().stream()
                .collect(Collectors.toMap(grant -> grant.item().id(), grant -> grant));
    }

    private static Draft paid(FinalCost cost) {
        return draft(
                cost,
                Fund.NATIONAL,
                Posting.Kind.PAID,
                cost.claimant(),
                cost.paid(),
                Long.toString(cost.paid().minor()),
                Sentence.of(
                        "settlement.reason.paid",
                        cost.claimant(),
                        cost.paid(),
                        cost.item().label()));
    }

    /** The fund owes the claimant; in national money the claimant no longer bears that part. */
    private static List<Draft> granted(FinalCost cost, GrantedItem grant, BigFraction exact) {
        GrantRule rule = Objects.requireNonNull(grant.rule());
        Fund fund = rule.fund();
        String code = switch (grant.bound()) {
            case CEILING -> "settlement.reason.ceiling";
            case CATEGORY_CAP -> "settlement.reason.categoryCap";
            case NOT_COVERED, RATE -> "settlement.reason.grant";
        };
        Sentence why = Sentence.of(
                code,
                Sentence.of("settlement.fund." + fund),
                fraction(rule.rateOf(cost.item().category()).multiply(100)),
                cost.eligible(),
                cost.item().label(),
                grant.granted(),
                rule.ceiling(),
                rule.beneficiary());
        if (exact.getDenominator().bitLength() > 1) {
            boolean up = exact.compareTo(BigFraction.of(grant.granted().minor())) < 0;
            why = Sentence.of(
                    "settlement.reason.rounded",
                    why,
                    FinalShare.fraction(exact),
                    Sentence.of(up ? "settlement.reason.up" : "settlement.reason.down"));
        }
        Money paid = grant.granted();
        return List.of(
                draft(cost, fund, Posting.Kind.GRANT, cost.claimant(), paid, fraction(exact), why),
                draft(cost, fund, Posting.Kind.GRANT, Funders.of(fund), paid.negated(), fraction(exact), why),
                draft(cost, Fund.NATIONAL, Posting.Kind.GRANT, cost.claimant(), paid.negated(), fraction(exact), why));
    }

    private static Draft share(org.jointflights.domain.costs.ItemShare share) {
        return new Draft(
                share.item().id(),
                Fund.NATIONAL,
                Posting.Kind.SHARE,
                share.party(),
                share.posted().negated(),
                fraction(share.exact()),
                share.weight() + "/" + share.totalWeight(),
                share.reason());
    }

    /** Throws {@link IllegalStateException} unless the drafts of every claim, fund and currency add up to zero. */
    static void requireZero(List<Draft> drafts) {
        Map<String, Money> sums = new TreeMap<>();
        drafts.forEach(draft -> sums.merge(
                draft.claim() + " " + draft.fund() + " " + draft.amount().currency(), draft.amount(), Money::plus));
        String off = sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        if (!off.isEmpty()) {
            throw new IllegalStateException("the postings do not add up to zero: " + off);
        }
    }

    private static Draft draft(
            FinalCost cost, Fund fund, Posting.Kind kind, Party party, Money amount, String exact, Sentence why) {
        return new Draft(cost.claim(), fund, kind, party, amount, exact, "", why);
    }

    static String fraction(BigFraction exact) {
        return exact.getDenominator().bitLength() == 1
                ? exact.getNumerator().toString()
                : exact.getNumerator() + "/" + exact.getDenominator();
    }
}
