package org.jointflights.application.operation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Clearance;
import org.jointflights.domain.operation.Diversion;
import org.jointflights.domain.operation.GateRules;
import org.jointflights.domain.operation.HeadCount;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Passage;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Safeguards;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.domain.operation.TakenOff;
import org.springframework.stereotype.Component;

/** Reads how an operation stands at this moment. */
@Component
class ReadSafeguards {

    private final Flights flights;
    private final Participations participations;
    private final KeptGateRules rules;
    private final GateAnswers answers;
    private final StopOrders orders;
    private final HeadCounts counts;
    private final ReadCircumstances circumstances;
    private final Clock clock;

    ReadSafeguards(
            Flights flights,
            Participations participations,
            KeptGateRules rules,
            GateAnswers answers,
            StopOrders orders,
            HeadCounts counts,
            ReadCircumstances circumstances,
            Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.rules = rules;
        this.answers = answers;
        this.orders = orders;
        this.counts = counts;
        this.circumstances = circumstances;
        this.clock = clock;
    }

    /** As it is flown: where the aircraft came down on its way instead is a stop like another. */
    Journey journey(OperationReference reference) {
        Flight flight = flights.get(reference);
        List<Diversion> diversions =
                flight.stage().isAfterDeparture() ? circumstances.diversions(reference) : List.of();
        return Journey.of(flight, participations.of(reference), diversions);
    }

    /** The states that fly, without those that withdrew. */
    Set<Party> takingPart(OperationReference reference) {
        return journey(reference).passages().stream().map(Passage::party).collect(Collectors.toUnmodifiableSet());
    }

    Safeguards safeguards(OperationReference reference) {
        Journey journey = journey(reference);
        return new Safeguards(
                journey,
                rules(reference),
                answers.of(reference),
                orders.of(reference),
                emptied(reference),
                aboard(reference),
                circumstances.of(reference, journey),
                clock.instant());
    }

    /** Nobody stops the flight from here until the transaction ends: whoever is let go on is let go on past every stop. */
    void hold(OperationReference reference) {
        orders.hold(reference);
    }

    /** All stops that somebody has ordered, open and lifted. */
    List<StopOrder> orders(OperationReference reference) {
        return orders.of(reference);
    }

    /** Throws {@link IllegalStateException} if no operation was opened. */
    GateRules rules(OperationReference reference) {
        return keptRules(reference).orElseThrow(() -> new IllegalStateException("no gates are kept for " + reference));
    }

    Optional<GateRules> keptRules(OperationReference reference) {
        return rules.of(reference);
    }

    private Set<Party> emptied(OperationReference reference) {
        if (counts.takenOff(reference).isEmpty()) {
            return Set.of();
        }
        return participations.of(reference).stream()
                .filter(state -> state.seats().returnees() > 0)
                .map(Participation::party)
                .filter(party -> headCount(reference, party).expected() == 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<Party, Seats> aboard(OperationReference reference) {
        List<TakenOff> takenOff = counts.takenOff(reference);
        Map<Party, Seats> aboard = new TreeMap<>();
        for (Boarding boarding : counts.boardings(reference)) {
            List<TakenOff> ofParty = takenOff.stream()
                    .filter(off -> off.party().equals(boarding.party()))
                    .toList();
            aboard.put(boarding.party(), new HeadCount(boarding.aboard(), ofParty, boarding).flown());
        }
        return aboard;
    }

    /** Throws {@link Conflict} while the flight is suspended: nobody boards, flies on or is handed over. */
    void requireNotSuspended(OperationReference reference) {
        flights.get(reference).requireNotSuspended();
    }

    HeadCount headCount(OperationReference reference, Party party) {
        return new HeadCount(
                participations.get(reference, party).seats(),
                counts.takenOff(reference).stream()
                        .filter(off -> off.party().equals(party))
                        .toList(),
                counts.boardings(reference).stream()
                        .filter(boarding -> boarding.party().equals(party))
                        .findFirst()
                        .orElse(null));
    }

    /** Throws {@link Conflict} that names all that stands against the step, unless nothing does. */
    static void require(Clearance clearance, String code, Object subject) {
        if (clearance.isGiven()) {
            return;
        }
        List<Sentence> stopped =
                clearance.stops().stream().map(stop -> stop.question().words()).toList();
        Stream<Sentence> stops = stopped.stream().map(question -> Sentence.of("operation.stopped", question));
        Stream<Sentence> unanswered = clearance.unanswered().stream()
                .map(Question::words)
                .filter(question -> !stopped.contains(question))
                .map(question -> Sentence.of("operation.notConfirmed", question));
        Stream<Sentence> stale = clearance.stale().stream()
                .map(Question::words)
                .filter(question -> !stopped.contains(question))
                .map(question -> Sentence.of("operation.stale", question));
        Stream<Sentence> uncounted =
                clearance.uncounted().stream().map(party -> Sentence.of("operation.notCounted", party));
        Sentence all = Sentence.listOf(Stream.of(stops, unanswered, stale, uncounted, clearance.against().stream())
                .flatMap(some -> some)
                .toList());
        throw Conflict.of(code, subject, all);
    }
}
