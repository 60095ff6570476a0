package org.jointflights.application.publicrecord;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.operation.ReadFlownSeats;
import org.jointflights.application.settlement.FlightAccounts.Line;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.publicrecord.PublicCosts;
import org.jointflights.domain.publicrecord.StateHeads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a flight has cost, once its accounts are closed. */
@Component
class ReadPublicCosts {

    private final TrailEntries trail;
    private final ReadAccounts accounts;
    private final Participations participations;
    private final ReadFlownSeats flown;

    ReadPublicCosts(TrailEntries trail, ReadAccounts accounts, Participations participations, ReadFlownSeats flown) {
        this.trail = trail;
        this.accounts = accounts;
        this.participations = participations;
        this.flown = flown;
    }

    @Nullable
    PublicCosts of(OperationReference reference, boolean wasFlown) {
        if (trail.of(reference).stream().noneMatch(entry -> entry.event() == TrailEvent.ACCOUNTS_CLOSED)) {
            return null;
        }
        List<Line> lines = accounts.of(reference).lines();
        Map<Party, Money> borne = new TreeMap<>();
        Set<Party> named = new TreeSet<>();
        for (Line line : lines) {
            named.add(line.party());
            // Whoever merely pays out what funds give bears nothing.
            if (!line.borne().isZero() || participates(reference, line.party())) {
                borne.put(line.party(), line.borne());
            }
        }
        return PublicCosts.of(
                sum(lines, Line::paid), sum(lines, Line::granted), borne, heads(reference, named, wasFlown));
    }

    private boolean participates(OperationReference reference, Party party) {
        return participations.of(reference).stream()
                .anyMatch(part -> part.party().equals(party) && part.takesPart());
    }

    private static Money sum(List<Line> lines, Function<Line, Money> figure) {
        return lines.stream().map(figure).reduce(Money.zero(Money.EUR), Money::plus);
    }

    private List<StateHeads> heads(OperationReference reference, Set<Party> named, boolean wasFlown) {
        Map<Party, Seats> counted = flown.of(reference);
        return participations.of(reference).stream()
                .filter(part -> part.takesPart() || named.contains(part.party()))
                .map(part -> new StateHeads(part.seats(), flownOf(part, counted, wasFlown)))
                .toList();
    }

    private static @Nullable Seats flownOf(Participation part, Map<Party, Seats> counted, boolean wasFlown) {
        return wasFlown && part.takesPart() ? counted.getOrDefault(part.party(), Seats.NONE) : null;
    }
}
