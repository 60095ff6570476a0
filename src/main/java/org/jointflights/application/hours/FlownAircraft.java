package org.jointflights.application.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.application.operation.ReadLegs;
import org.jointflights.application.settlement.Claims;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.settlement.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is on record of a flight that somebody wants to exchange in hours: that it flew, how long, with whose people, and for no money. */
@Component
class FlownAircraft {

    private final CheckFlightAccess access;
    private final Participations participations;
    private final OperationRuns runs;
    private final ReadLegs legs;
    private final Budgets budgets;
    private final Claims claims;

    FlownAircraft(
            CheckFlightAccess access,
            Participations participations,
            OperationRuns runs,
            ReadLegs legs,
            Budgets budgets,
            Claims claims) {
        this.access = access;
        this.participations = participations;
        this.runs = runs;
        this.legs = legs;
        this.budgets = budgets;
        this.claims = claims;
    }

    /**
     * @param day on which it really flew
     * @param logged minutes from departure to the last landing; nothing where a landing is missing
     * @param seats committed by those who took part
     */
    record Flown(LocalDate day, @Nullable Integer logged, Map<Party, Integer> seats) {}

    /**
     * Throws {@link org.jointflights.domain.NotYours} for whoever may not look at the flight, and {@link Conflict} before its operation
     * has ended, where the aircraft never left, or where somebody pays for it in money.
     */
    Flown require(OperationReference reference) {
        Flight flight = access.require(reference);
        if (flight.stage() != Stage.SETTLEMENT && flight.stage() != Stage.CLOSED) {
            throw flight.tooLate();
        }
        Instant departed = runs.latest(reference)
                .map(OperationRuns.Run::departed)
                .orElseThrow(() -> Conflict.of("hours.notFlown", reference));
        requireNotInCash(reference);
        return new Flown(flight.realDate(), logged(reference, departed), seats(reference));
    }

    private void requireNotInCash(OperationReference reference) {
        Stream<Sentence> planned = budgets.of(reference).stream()
                .filter(line -> line.category() == CostCategory.CHARTER && !line.leftOut())
                .map(BudgetLine::item)
                .map(CostItem::label)
                .map(label -> Sentence.of("hours.inCash.item", label));
        Stream<Sentence> claimed = claims.of(reference).stream()
                .filter(claim -> claim.category() == CostCategory.CHARTER && claim.counts())
                .map(Claim::id)
                .map(id -> Sentence.of("hours.inCash.claim", Long.toString(id)));
        Stream.concat(planned, claimed).findFirst().ifPresent(cost -> {
            throw Conflict.of("hours.inCash", reference, cost);
        });
    }

    private @Nullable Integer logged(OperationReference reference, Instant departed) {
        List<FlownLeg> flown = legs.of(reference);
        if (flown.isEmpty() || flown.stream().anyMatch(leg -> leg.landed() == null)) {
            return null;
        }
        Instant last = Objects.requireNonNull(flown.get(flown.size() - 1).landed());
        return Math.toIntExact(Math.max(0, Duration.between(departed, last).toMinutes()));
    }

    private Map<Party, Integer> seats(OperationReference reference) {
        Map<Party, Integer> seats = new TreeMap<>();
        participations.of(reference).stream()
                .filter(Participation::takesPart)
                .forEach(part -> seats.put(part.party(), part.seats().total()));
        return seats;
    }
}
