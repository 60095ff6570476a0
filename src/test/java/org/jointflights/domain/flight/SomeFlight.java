package org.jointflights.domain.flight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jspecify.annotations.Nullable;

/** France's flight from Paris by London to Lagos, for 100 people, on 20 May 2027 at half past nine. */
final class SomeFlight {

    static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    static final Party FR = new Party("FR");
    static final Party GB = new Party("GB");
    static final int CAPACITY = 100;
    static final ZonedDateTime DEPARTURE = ZonedDateTime.of(2027, 5, 20, 9, 30, 0, 0, ZoneId.of("Europe/Paris"));
    static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    static final Route ROUTE = new Route(List.of(
            new Stop("CDG", Purpose.START, 0),
            new Stop("STN", Purpose.PICK_UP, 370),
            new Stop("ACC", Purpose.DESTINATION, 5100),
            new Stop("LOS", Purpose.DESTINATION, 400),
            new Stop("CDG", Purpose.RETURN, 4700)));

    private SomeFlight() {}

    static Flight at(Stage stage) {
        return flight(stage, null);
    }

    static Flight flight(Stage stage, @Nullable String suspendedFor) {
        return new Flight(
                REFERENCE,
                FlightType.JRO,
                FR,
                "Nigeria",
                ROUTE,
                DEPARTURE,
                LocalDate.of(2016, 5, 20),
                CAPACITY,
                stage,
                NOW.minusSeconds(60),
                suspendedFor,
                0,
                null,
                7);
    }
}
