package org.jointflights.web.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Timetable;
import org.jointflights.domain.operation.FlownLeg;

/** What is known of a flight from Lille to Lagos and back on 20 May 2027, with as many parties and whatever else a test wants. */
final class SomeFiles {

    static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    static final ZonedDateTime DEPARTURE = ZonedDateTime.parse("2027-05-20T10:00:00+02:00[Europe/Paris]");
    static final Instant PROPOSED = Instant.parse("2027-03-01T09:00:00Z");
    static final Viewer MANAGER = Viewer.of(Set.of("manager"));

    private static final List<String> STATES = List.of(
            "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS",
            "IT", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private SomeFiles() {}

    static List<Party> parties(int number) {
        return STATES.subList(0, number).stream().map(Party::new).toList();
    }

    static Flight flight(Stage stage, Instant since, Route route, String destination) {
        return new Flight(
                REFERENCE,
                FlightType.JRO,
                new Party("FR"),
                destination,
                route,
                DEPARTURE,
                LocalDate.of(2027, 5, 20),
                200,
                stage,
                since,
                null,
                0,
                null,
                1);
    }

    static Route route(String... airports) {
        List<Stop> stops = IntStream.range(0, airports.length)
                .mapToObj(i -> new Stop(
                        airports[i],
                        i == 0
                                ? Stop.Purpose.START
                                : i == airports.length - 1
                                        ? Stop.Purpose.RETURN
                                        : i == airports.length - 2 ? Stop.Purpose.DESTINATION : Stop.Purpose.PICK_UP,
                        i == 0 ? 0 : 1_000))
                .toList();
        return new Route(stops);
    }

    static List<FlownLeg> planned(Route route) {
        List<Instant> landings = Timetable.landings(route, DEPARTURE.toInstant());
        return route.legs().stream()
                .map(leg ->
                        new FlownLeg(leg.from(), leg.to(), leg.km(), landings.get(leg.position()), null, null, false))
                .toList();
    }

    static TrailEntry stage(Stage stage, Instant at) {
        return new TrailEntry(REFERENCE, at, "system", TrailEvent.STAGE, null, null, List.of(stage.words()));
    }

    static TrailEntry proposed() {
        return new TrailEntry(REFERENCE, PROPOSED, "frcoordinator", TrailEvent.PROPOSED, null, null, List.of());
    }

    static FlightFile file(
            Flight flight, List<Participation> parts, List<Wait> waits, List<TrailEntry> trail, List<FlownLeg> legs) {
        return new FlightFile(
                new FlightFile.Head(flight, MANAGER, null, null, null, waits, false, false),
                new FlightFile.Standing(List.of(), List.of(), List.of(), List.of(), null),
                new FlightFile.Plan(parts, null, WithdrawalRule.COMMITTED, List.of(), legs, null, List.of(), List.of()),
                new FlightFile.Costs(List.of(), null, List.of(), Set.of(), true),
                new FlightFile.Signing(List.of(), List.of(), true),
                new FlightFile.Operation(
                        List.of(),
                        List.of(),
                        List.of(),
                        new FlightFile.Files(List.of(), List.of(), List.of(), List.of())),
                new FlightFile.Accounts(
                        List.of(), new FlightFile.Closing(List.of(), List.of(), List.of()), false, true),
                new FlightFile.History(trail, List.of()),
                Map.of());
    }
}
