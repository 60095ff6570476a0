package org.jointflights.application.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.operation.ReadFlownSeats;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.FinalCost;
import org.jointflights.domain.settlement.Releases;
import org.springframework.stereotype.Component;

/** What was agreed before the flight, and what the flight made of it: the frame into which actual costs are put. */
@Component
class ReadAgreedCosts {

    private final Flights flights;
    private final Participations participations;
    private final Splits splits;
    private final ReadFlownSeats flown;
    private final Cancellations cancellations;

    ReadAgreedCosts(
            Flights flights,
            Participations participations,
            Splits splits,
            ReadFlownSeats flown,
            Cancellations cancellations) {
        this.flights = flights;
        this.participations = participations;
        this.splits = splits;
        this.flown = flown;
        this.cancellations = cancellations;
    }

    /** The split that all agreed on; nothing if the flight was cancelled before there was one. */
    Optional<Split> split(OperationReference reference) {
        return splits.current(reference).filter(Split::stands);
    }

    /**
     * The split to be shown with the accounts: the newest that all agreed on, whatever was proposed since, and before
     * there is one the newest proposal.
     */
    Optional<Split> onRecord(OperationReference reference) {
        List<Split> all = splits.of(reference);
        return all.stream()
                .filter(Split::stands)
                .reduce((earlier, later) -> later)
                .or(() -> all.stream().reduce((earlier, later) -> later));
    }

    /** The newest split, if it is another one that the parties have still to answer. */
    Optional<Split> proposal(OperationReference reference) {
        return splits.current(reference).filter(split -> split.status() == Split.Status.OPEN);
    }

    /** What the agreed plan says about empty seats; committed seats count where nothing was agreed yet. */
    WithdrawalRule rule(OperationReference reference) {
        return split(reference).map(Split::withdrawalRule).orElse(WithdrawalRule.COMMITTED);
    }

    /** The agreed items, in the order in which they were entered. */
    List<CostItem> items(OperationReference reference) {
        return split(reference).map(split -> split.input().items()).orElse(List.of());
    }

    Optional<CostItem> item(OperationReference reference, int budgetLine) {
        return items(reference).stream().filter(item -> item.id() == budgetLine).findFirst();
    }

    /** Everybody who may have paid something: the organiser, Frontex, the states in the agreed split or committed. */
    SortedSet<Party> parties(OperationReference reference) {
        SortedSet<Party> parties = new TreeSet<>(List.of(flights.get(reference).organiser(), Party.FRONTEX));
        Optional<Split> split = split(reference);
        split.ifPresent(
                agreed -> agreed.input().participants().forEach(participant -> parties.add(participant.party())));
        if (split.isEmpty()) {
            participations.of(reference).stream()
                    .filter(Participation::takesPart)
                    .forEach(participation -> parties.add(participation.party()));
        }
        return parties;
    }

    /** The claims that count, each with what it is shared as. */
    List<FinalCost> costs(OperationReference reference, List<Claim> claims) {
        List<FinalCost> costs = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.counts()) {
                Money eligible = claim.certification() == null
                        ? Money.zero(Money.EUR)
                        : claim.certification().eligible();
                costs.add(new FinalCost(eligible, sharedAs(reference, claim)));
            }
        }
        return costs;
    }

    /** Nobody else pays for what no voucher shows. */
    CostItem sharedAs(OperationReference reference, Claim claim) {
        if (claim.kind() == Claim.Kind.PENALTY) {
            return penalty(reference, claim);
        }
        Integer line = claim.budgetLine();
        Optional<CostItem> planned = line == null || claim.voucher() == null ? Optional.empty() : item(reference, line);
        return planned.map(item -> new CostItem(
                        claim.id(),
                        claim.description(),
                        item.category(),
                        claim.euro(),
                        claim.claimant(),
                        item.sharers(),
                        item.key(),
                        item.customWeights(),
                        item.limitsFor(claim.euro()),
                        null))
                .orElseGet(() -> CostItem.direct(
                        claim.id(),
                        claim.description(),
                        claim.category(),
                        claim.euro(),
                        claim.claimant(),
                        claim.claimant()));
    }

    /** The carrier's fee falls to the party that caused it; where nobody did, to all over their committed seats. */
    private CostItem penalty(OperationReference reference, Claim claim) {
        Party causedBy = cancellations.of(reference).map(Cancellation::causedBy).orElse(null);
        if (causedBy != null) {
            return CostItem.direct(
                    claim.id(), claim.description(), claim.category(), claim.euro(), claim.claimant(), causedBy);
        }
        SortedSet<Party> sharers = new TreeSet<>();
        seats(reference).forEach((party, seats) -> {
            if (seats.total() > 0) {
                sharers.add(party);
            }
        });
        if (sharers.isEmpty()) {
            sharers.add(claim.claimant());
        }
        Key key = sharers.size() == 1 ? Key.EQUAL : Key.PER_SEAT;
        return CostItem.common(
                claim.id(), claim.description(), claim.category(), claim.euro(), claim.claimant(), sharers, key);
    }

    /** Participants, route and withdrawal rule; parties that only pay or bear stand in it without seats. */
    CostInput frame(OperationReference reference, List<FinalCost> costs) {
        Optional<CostInput> agreed = split(reference).map(Split::input);
        Map<Party, Seats> committed = seats(reference);
        for (FinalCost cost : costs) {
            committed.putIfAbsent(cost.claimant(), Seats.NONE);
            cost.item().sharers().forEach(party -> committed.putIfAbsent(party, Seats.NONE));
        }
        parties(reference).forEach(party -> committed.putIfAbsent(party, Seats.NONE));
        Map<Party, Seats> used = flown.of(reference);
        List<Participant> participants = new ArrayList<>();
        committed.forEach((party, seats) ->
                participants.add(new Participant(party, seats, used.getOrDefault(party, Seats.NONE))));
        return new CostInput(
                agreed.map(CostInput::version).orElse(0L) + 1,
                participants,
                agreed.map(CostInput::route).orElse(null),
                List.of(),
                withdrawals(reference, participants, !used.isEmpty()),
                agreed.map(CostInput::quotes).orElse(List.of()),
                agreed.map(CostInput::yardstick).orElse(GroupCostBasis.LEGS));
    }

    private Map<Party, Seats> seats(OperationReference reference) {
        Map<Party, Seats> seats = new TreeMap<>();
        Optional<Split> split = split(reference);
        split.ifPresent(agreed -> agreed.input()
                .participants()
                .forEach(participant -> seats.put(participant.party(), participant.committed())));
        if (split.isEmpty()) {
            participations.of(reference).stream()
                    .filter(Participation::takesPart)
                    .forEach(participation -> seats.put(participation.party(), participation.seats()));
        }
        return seats;
    }

    /** Where nobody flew, only committed seats can be counted. */
    private Withdrawals withdrawals(OperationReference reference, List<Participant> participants, boolean flew) {
        WithdrawalRule rule = rule(reference);
        if (!flew || rule == WithdrawalRule.COMMITTED) {
            return Withdrawals.COMMITTED;
        }
        return switch (rule) {
            case COMMITTED -> Withdrawals.COMMITTED;
            case USED -> Withdrawals.USED;
            case COMMITTED_WITH_RELEASE -> Withdrawals.of(rule, Releases.ofReused(participants));
            case TAPERED -> Withdrawals.of(rule, Releases.ofWithdrawn(participants, daysBefore(reference)));
        };
    }

    private Map<Party, Integer> daysBefore(OperationReference reference) {
        Map<Party, Integer> days = new TreeMap<>();
        for (Participation participation : participations.of(reference)) {
            Integer kept = participation.daysBefore();
            if (kept != null) {
                days.put(participation.party(), kept);
            }
        }
        return days;
    }
}
