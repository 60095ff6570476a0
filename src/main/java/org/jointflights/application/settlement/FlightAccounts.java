package org.jointflights.application.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.costs.Split;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one flight as they stand, for reading.
 *
 * @param plan the version that all have signed or are signing, or nothing where none stands
 * @param statement the newest version, or nothing before the first
 * @param posted the shares as finally posted, or nothing before all have signed
 * @param split the newest that all agreed on, or before that the newest that was proposed; nothing before the first
 * @param proposal a newer one that the parties have still to answer
 */
public record FlightAccounts(
        OperationReference reference,
        @Nullable PlanVersion plan,
        @Nullable Statement statement,
        SortedSet<Party> parties,
        List<Claim> claims,
        Ledger ledger,
        @Nullable FinalPosting posted,
        List<Transfer> transfers,
        @Nullable Split split,
        @Nullable Split proposal,
        WithdrawalRule rule) {

    public FlightAccounts {
        claims = List.copyOf(claims);
        transfers = List.copyOf(transfers);
    }

    /** What each party was to bear by the agreed split, before any grant. */
    public Map<Party, Money> planned() {
        return split != null && split.stands() ? split.totals() : Map.of();
    }

    /** What no longer fits between the postings, the version that was put forward for signature, and the signatures. */
    public List<? extends Refusal> faults() {
        return statement == null ? List.of() : statement.faults(ledger, null);
    }

    /** Whether there is a share to be looked at, posted or planned. */
    public boolean hasShares() {
        return split != null || !ledger.shares().isEmpty();
    }

    /**
     * One party's line, in euro: what it paid, what funds pay it, what it bears, what it was to bear by the plan before
     * grants, and what it is owed (below zero: owes) now.
     */
    public record Line(Party party, Money paid, Money granted, Money borne, Money planned, Money open) {}

    /** By code; parties with nothing at all are left out. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Map<Party, Money> planned = planned();
        for (Party party : everybody()) {
            Line line = new Line(
                    party,
                    sum(Posting.Kind.PAID, party),
                    granted(party),
                    sum(Posting.Kind.SHARE, party).negated(),
                    planned.getOrDefault(party, Money.zero(Money.EUR)),
                    open(party));
            boolean empty = line.paid.isZero()
                    && line.granted.isZero()
                    && line.borne.isZero()
                    && line.planned.isZero()
                    && line.open.isZero();
            if (!empty) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** What Frontex's budget bears, by whom it goes to: its grants, and for Frontex the costs of its own; whoever gets nothing is left out. */
    public SortedMap<Party, Money> payableByFrontex() {
        SortedMap<Party, Money> payable = new TreeMap<>();
        for (Party party : everybody()) {
            Money amount = party.isFrontex()
                    ? sum(Posting.Kind.SHARE, party).negated()
                    : ledger.standing().stream()
                            .filter(posting -> posting.kind() == Posting.Kind.GRANT
                                    && posting.fund() == Fund.FRONTEX
                                    && posting.party().equals(party))
                            .map(Posting::amount)
                            .reduce(Money.zero(Money.EUR), Money::plus);
            if (!amount.isZero()) {
                payable.put(party, amount);
            }
        }
        return payable;
    }

    public Money totalPayableByFrontex() {
        return payableByFrontex().values().stream().reduce(Money.zero(Money.EUR), Money::plus);
    }

    /** What the funds pay a party; what a fund pays out is not counted against its payer here. */
    private Money granted(Party party) {
        return ledger.standing().stream()
                .filter(posting -> posting.kind() == Posting.Kind.GRANT
                        && posting.fund() != Fund.NATIONAL
                        && posting.party().equals(party)
                        && posting.amount().minor() > 0)
                .map(Posting::amount)
                .reduce(Money.zero(Money.EUR), Money::plus);
    }

    private Money sum(Posting.Kind kind, Party party) {
        return ledger.standing().stream()
                .filter(posting -> posting.kind() == kind && posting.party().equals(party))
                .map(Posting::amount)
                .reduce(Money.zero(Money.EUR), Money::plus);
    }

    /** All pots together, for display; they are settled one by one. */
    private Money open(Party party) {
        Money open = Money.zero(Money.EUR);
        for (Map.Entry<Ledger.Pot, SortedMap<Party, Money>> pot :
                ledger.balances().entrySet()) {
            if (pot.getKey().currency().equals(Money.EUR)) {
                open = open.plus(pot.getValue().getOrDefault(party, Money.zero(Money.EUR)));
            }
        }
        return open;
    }

    private SortedSet<Party> everybody() {
        SortedSet<Party> all = new TreeSet<>(parties);
        all.addAll(planned().keySet());
        ledger.postings().forEach(posting -> all.add(posting.party()));
        return all;
    }
}
