package org.jointflights.application.operation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Clearance;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.HeadCount;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Safeguards;
import org.springframework.stereotype.Component;

/** Reads how an operation stands at this moment. */
@Component
class ReadSafeguards {

    private final Flights flights;
    private final Participations participations;
    private final GateAnswers answers;
    private final HeadCounts counts;

    ReadSafeguards(Flights flights, Participations participations, GateAnswers answers, HeadCounts counts) {
        this.flights = flights;
        this.participations = participations;
        this.answers = answers;
        this.counts = counts;
    }

    Journey journey(OperationReference reference) {
        return Journey.of(flights.get(reference), participations.of(reference));
    }

    Safeguards safeguards(OperationReference reference) {
        return new Safeguards(
                journey(reference),
                answers.of(reference),
                counts.boardings(reference).stream().map(Boarding::party).collect(Collectors.toSet()));
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
        List<String> stops = clearance.stops().stream()
                .map(GateAnswer::question)
                .map(question -> question + " (stopped)")
                .toList();
        List<String> unanswered = clearance.unanswered().stream()
                .filter(question -> !stops.contains(question + " (stopped)"))
                .map(question -> question + " (not confirmed)")
                .toList();
        List<String> uncounted = clearance.uncounted().stream()
                .map(party -> party + " (not counted)")
                .toList();
        String all =
                Stream.of(stops, unanswered, uncounted).flatMap(List::stream).collect(Collectors.joining(", "));
        throw Conflict.of(code, subject, all);
    }
}
