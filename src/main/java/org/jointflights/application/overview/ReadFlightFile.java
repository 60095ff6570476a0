package org.jointflights.application.overview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.people.People;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.Worded;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is known of one flight for whoever is signed in. */
@Service
@Transactional(readOnly = true)
public class ReadFlightFile {

    private final CheckFlightAccess access;
    private final FindReader readers;
    private final ReadStanding standing;
    private final ReadPlanSection plan;
    private final ReadCostsSection costs;
    private final ReadPapersSection papers;
    private final ListNotices notices;
    private final People people;

    ReadFlightFile(
            CheckFlightAccess access,
            FindReader readers,
            ReadStanding standing,
            ReadPlanSection plan,
            ReadCostsSection costs,
            ReadPapersSection papers,
            ListNotices notices,
            People people) {
        this.access = access;
        this.readers = readers;
        this.standing = standing;
        this.plan = plan;
        this.costs = costs;
        this.papers = papers;
        this.notices = notices;
        this.people = people;
    }

    /**
     * Throws {@link Unknown} if there is no such flight, {@link org.jointflights.domain.NotYours} if it is somebody else's.
     */
    public FlightFile file(OperationReference reference) {
        Flight flight = access.require(reference);
        KnownToReader known = readers.of(flight);
        FlightFile.Standing stands = standing.read(flight, known);
        FlightFile.Papers signed = papers.read(flight, known);
        List<TrailEntry> happened = known.trail();
        return new FlightFile(
                known.reader().leftAt() == null ? flight : flight.withoutReason(),
                known.viewer(),
                stands,
                plan.read(reference, known),
                costs.read(reference, known),
                signed,
                happened,
                notices.of(reference, known.viewer()),
                names(happened, signed.signatures(), stands.waits()));
    }

    private Map<String, Worded> names(List<TrailEntry> happened, List<Signature> signatures, List<Wait> waits) {
        Map<String, Worded> names = new TreeMap<>();
        Stream.of(
                        happened.stream().map(TrailEntry::actor),
                        signatures.stream().map(Signature::person),
                        waits.stream()
                                .map(Wait::task)
                                .filter(task -> task != null)
                                .flatMap(task -> Stream.ofNullable(task.claimedBy())))
                .flatMap(ids -> ids)
                .distinct()
                .forEach(id -> names.put(id, people.named(id)));
        return names;
    }
}
