package org.jointflights.application.picture;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.application.settlement.Claims;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.picture.MoneyFlow;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.FinalAccounts;
import org.jointflights.domain.settlement.FinalCost;
import org.jointflights.domain.settlement.Funders;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who pays what of a flight: as planned, by the rules that the settlement follows, and as posted. */
@Service
@Transactional(readOnly = true)
public class ReadMoneyFlow {

    private final CheckFlightAccess access;
    private final ReadAccounts accounts;
    private final Splits splits;
    private final FinancialDecisions decisions;
    private final Claims claims;
    private final Postings postings;

    ReadMoneyFlow(
            CheckFlightAccess access,
            ReadAccounts accounts,
            Splits splits,
            FinancialDecisions decisions,
            Claims claims,
            Postings postings) {
        this.access = access;
        this.accounts = accounts;
        this.splits = splits;
        this.decisions = decisions;
        this.claims = claims;
        this.postings = postings;
    }

    /**
     * Both ways to look at it.
     *
     * @param planned nothing before the first split
     * @param split the number of the split that it rests on, 0 before the first
     * @param stands whether that split is agreed
     * @param decided how many financial decisions there are
     * @param signed how many of them are signed by both sides
     * @param posted nothing before anything is posted
     */
    public record Flows(
            @Nullable MoneyFlow planned,
            int split,
            boolean stands,
            int decided,
            int signed,
            @Nullable MoneyFlow posted) {}

    /** Throws {@link NotYours} for whoever may not look at the flight's accounts. */
    public Flows of(OperationReference reference) {
        access.require(reference);
        if (!accounts.areOpen(reference)) {
            throw NotYours.of("settlement.notYours", reference);
        }
        List<Split> all = splits.of(reference);
        Split split = all.stream()
                .filter(Split::stands)
                .reduce((earlier, later) -> later)
                .or(() -> all.stream().reduce((earlier, later) -> later))
                .orElse(null);
        List<FinancialDecision> decided = decisions.of(reference);
        return new Flows(
                split == null ? null : planned(split, decided),
                split == null ? 0 : split.number(),
                split != null && split.stands(),
                decided.size(),
                (int) decided.stream().filter(FinancialDecision::isSigned).count(),
                posted(reference));
    }

    /** As if everything were paid as budgeted and wholly eligible, under the financial decisions as they stand. */
    static MoneyFlow planned(Split split, List<FinancialDecision> decided) {
        List<GrantRule> rules = decided.stream().map(GrantRule::of).toList();
        try {
            return flow(split, drafts(split, rules));
        } catch (BadInput cannotBeSharedAfterGrants) {
            // What the split itself could share it shares again: without grants there is nothing new in it.
            return flow(split, drafts(split, List.of()));
        }
    }

    private static List<FinalAccounts.Draft> drafts(Split split, List<GrantRule> rules) {
        List<FinalCost> costs = split.input().items().stream()
                .map(item -> new FinalCost(eligible(item), item))
                .toList();
        return FinalAccounts.of(costs, rules, split.input());
    }

    private static Money eligible(CostItem item) {
        return item.amount().minor() < 0 ? Money.zero(item.amount().currency()) : item.amount();
    }

    private static MoneyFlow flow(Split split, List<FinalAccounts.Draft> drafts) {
        Map<Long, Boolean> direct = new TreeMap<>();
        split.input().items().forEach(item -> direct.put(item.id(), item.isDirect()));
        MoneyFlow.Gathered gathered = new MoneyFlow.Gathered();
        for (FinalAccounts.Draft draft : drafts) {
            gather(
                    gathered,
                    new Entry(draft.kind(), draft.fund(), draft.party().equals(funder(draft.fund())), draft.amount()),
                    draft.party(),
                    direct.getOrDefault(draft.claim(), false));
        }
        for (Share share : split.shares()) {
            gathered.withoutGrants(share.party(), share.amount());
        }
        return gathered.flow();
    }

    private @Nullable MoneyFlow posted(OperationReference reference) {
        List<Posting> standing = new Ledger(postings.of(reference)).standing();
        if (standing.isEmpty()) {
            return null;
        }
        Map<Long, Boolean> direct = new TreeMap<>();
        for (Claim claim : claims.of(reference)) {
            if (claim.counts()) {
                direct.put(claim.id(), accounts.sharedAs(reference, claim).isDirect());
            }
        }
        MoneyFlow.Gathered gathered = new MoneyFlow.Gathered();
        for (Posting posting : standing) {
            gather(
                    gathered,
                    new Entry(
                            posting.kind(),
                            posting.fund(),
                            posting.party().equals(funder(posting.fund())),
                            posting.amount()),
                    posting.party(),
                    direct.getOrDefault(Objects.requireNonNullElse(posting.claim(), 0L), false));
        }
        return gathered.flow();
    }

    private record Entry(Posting.Kind kind, Fund fund, boolean isFunders, Money amount) {}

    private static void gather(MoneyFlow.Gathered gathered, Entry entry, Party party, boolean isDirect) {
        switch (entry.kind) {
            case PAID -> gathered.paid(entry.amount, isDirect);
            case SHARE -> gathered.borne(party, entry.amount.negated(), isDirect);
            case GRANT -> {
                // Each grant has two sides; the fund's own is what it pays.
                if (entry.isFunders) {
                    gathered.granted(entry.fund, entry.amount.negated());
                }
            }
            case PAYMENT, NETTING, WAIVER, RECOVERY, INTEREST -> {}
        }
    }

    private static @Nullable Party funder(Fund fund) {
        return fund == Fund.NATIONAL ? null : Funders.of(fund);
    }
}
