package org.jointflights.domain.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;

/** London, Lille, Pristina, Tirana and back: a flight of the United Kingdom about to be carried out. */
public final class FlightToTirana {

    /** The countries of both destinations. */
    static final Map<String, String> COUNTRIES = Map.of("PRN", "XK", "TIA", "AL");

    /** With a permit to land in both and nothing else. */
    static final Circumstances LANDING_ALLOWED = new Circumstances(
            0,
            landingPermits(new OperationReference("JRO-2027-0001"), LocalDate.of(2027, 6, 30)),
            null,
            List.of(),
            COUNTRIES);

    private FlightToTirana() {}

    /** Of both destinations, up to that day. */
    public static List<Permit> landingPermits(OperationReference reference, LocalDate until) {
        return Stream.of("XK", "AL")
                .map(state -> new Permit(
                        reference,
                        Permit.Kind.LANDING,
                        new Party(state),
                        "L-" + state,
                        null,
                        Permit.Answer.GRANTED,
                        false,
                        null,
                        until))
                .toList();
    }

    /** In that stage since then. */
    public static Flight since(OperationReference reference, Instant since) {
        return new Flight(
                reference,
                FlightType.JRO,
                new Party("GB"),
                "Albania and Kosovo",
                new Route(List.of(
                        new Stop("STN", Purpose.START, 0),
                        new Stop("LIL", Purpose.PICK_UP, 250),
                        new Stop("PRN", Purpose.DESTINATION, 1700),
                        new Stop("TIA", Purpose.DESTINATION, 200),
                        new Stop("STN", Purpose.RETURN, 1900))),
                ZonedDateTime.parse("2027-04-20T10:00:00+01:00[Europe/London]"),
                LocalDate.of(2027, 4, 20),
                200,
                Stage.OPERATION,
                since,
                null,
                0,
                null,
                0);
    }
}
