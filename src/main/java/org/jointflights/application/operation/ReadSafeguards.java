package org.jointflights.application.operation;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Clearance;
import org.jointflights.domain.operation.HeadCount;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Safeguards;
import org.springframework.stereotype.Component;

/** Reads how an operation stands at this moment. */
@Component
class ReadSafeguards {

    private final Flights flights;
    private final Participations participations;
    private final GateAnswers answers;
    private final HeadCounts counts;
    private final Clock clock;

    ReadSafeguards(
            Flights flights, Participations participations, GateAnswers answers, HeadCounts counts, Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.answers = answers;
        this.counts = counts;
        this.clock = clock;
    }

    Journey journey(OperationReference reference) {
        return Journey.of(flights.get(reference), participations.of(reference));
    }

    Safeguards safeguards(OperationReference reference) {
        return new Safeguards(
                journey(reference),
                answers.of(reference),
                counts.boardings(reference).stream().map(Boarding::party).collect(Collectors.toSet()),
                clock.instant());
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
        Stream<Sentence> uncounted =
                clearance.uncounted().stream().map(party -> Sentence.of("operation.notCounted", party));
        Sentence all = Stream.of(stops, unanswered, uncounted)
                .flatMap(some -> some)
                .reduce((some, next) -> Sentence.of("common.list", some, next))
                .orElseThrow();
        throw Conflict.of(code, subject, all);
    }
}
