package org.jointflights.application.overview;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.people.People;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.Worded;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.domain.operation.StopOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what is known of one flight for whoever is signed in: all of it, or the one part that a page shows, for which the
 * others are not read. Each throws {@link Unknown} if there is no such flight, and
 * {@link org.jointflights.domain.NotYours} if it is somebody else's.
 */
@Service
@Transactional(readOnly = true)
public class ReadFlightFile {

    private final CheckFlightAccess access;
    private final FindReader readers;
    private final ReadHead heads;
    private final FlightSections sections;
    private final People people;

    ReadFlightFile(
            CheckFlightAccess access, FindReader readers, ReadHead heads, FlightSections sections, People people) {
        this.access = access;
        this.readers = readers;
        this.heads = heads;
        this.sections = sections;
        this.people = people;
    }

    /** All of it. */
    public FlightFile file(OperationReference reference) {
        Flight flight = access.require(reference);
        KnownToReader known = readers.of(flight);
        FlightFile.Head head = heads.read(flight, known);
        FlightFile.Standing standing = sections.standing(head, known);
        FlightFile.Signing signing = sections.signing(head, known);
        FlightFile.History history = sections.history(head, known);
        return new FlightFile(
                head,
                standing,
                sections.plan(head, known),
                sections.costs(head, known),
                signing,
                sections.operation(head, known),
                sections.accounts(head, known),
                history,
                names(
                        head,
                        Stream.of(orderers(standing), signers(signing), actors(history))
                                .flatMap(ids -> ids)));
    }

    /** Where it stands, and how it came there. */
    public FlightTab<FlightFile.Overview> overview(OperationReference reference) {
        return tab(reference, sections::overview, overview -> orderers(overview.standing()));
    }

    /** Who takes part and how it is flown. */
    public FlightTab<FlightFile.Seating> plan(OperationReference reference) {
        return tab(reference, sections::seating, seating -> Stream.empty());
    }

    /** What it is to cost and who bears it. */
    public FlightTab<FlightFile.Costs> costs(OperationReference reference) {
        return tab(reference, sections::costs, costs -> Stream.empty());
    }

    /** What was signed. */
    public FlightTab<FlightFile.Signing> signing(OperationReference reference) {
        return tab(reference, sections::signing, ReadFlightFile::signers);
    }

    /** How it is carried out. */
    public FlightTab<FlightFile.Operation> operation(OperationReference reference) {
        return tab(reference, sections::operation, operation -> Stream.empty());
    }

    /** What is owed for it. */
    public FlightTab<FlightFile.Accounts> accounts(OperationReference reference) {
        return tab(reference, sections::accounts, accounts -> Stream.empty());
    }

    /** What happened. */
    public FlightTab<FlightFile.History> history(OperationReference reference) {
        return tab(reference, sections::history, ReadFlightFile::actors);
    }

    private <T> FlightTab<T> tab(
            OperationReference reference,
            BiFunction<FlightFile.Head, KnownToReader, T> part,
            Function<T, Stream<String>> named) {
        Flight flight = access.require(reference);
        KnownToReader known = readers.of(flight);
        FlightFile.Head head = heads.read(flight, known);
        T section = part.apply(head, known);
        return new FlightTab<>(head, section, names(head, named.apply(section)));
    }

    private static Stream<String> orderers(FlightFile.Standing standing) {
        return standing.orders().stream().map(StopOrder::by);
    }

    private static Stream<String> signers(FlightFile.Signing signing) {
        return signing.signatures().stream().map(Signature::person);
    }

    private static Stream<String> actors(FlightFile.History history) {
        return history.trail().stream().map(TrailEntry::actor);
    }

    private Map<String, Worded> names(FlightFile.Head head, Stream<String> others) {
        Suspension suspension = head.suspension();
        Stream<String> adviser = Stream.ofNullable(suspension == null ? null : suspension.advice())
                .map(advice -> advice.by());
        Stream<String> claimers = head.waits().stream()
                .flatMap(wait -> Stream.ofNullable(wait.task()))
                .flatMap(task -> Stream.ofNullable(task.claimedBy()));
        Map<String, Worded> names = new TreeMap<>();
        Stream.of(adviser, claimers, others)
                .flatMap(ids -> ids)
                .distinct()
                .forEach(id -> names.put(id, people.named(id)));
        return names;
    }
}
