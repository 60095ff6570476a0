package org.jointflights.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * France's flight from Paris by London to Lagos on 20 May 2027 at half past nine, for which a law of 2016 counts. France
 * and the United Kingdom take part, Spain has declined.
 */
public final class ParisToLagos {

    public static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    public static final Party FR = new Party("FR");
    public static final Party GB = new Party("GB");
    public static final Party ES = new Party("ES");
    public static final Seats FRENCH = new Seats(14, 29, 1, 1, 1, 0);
    public static final Seats BRITISH = new Seats(22, 38, 0, 0, 0, 0);
    public static final int CAPACITY = 180;
    public static final ZonedDateTime DEPARTURE = ZonedDateTime.of(2027, 5, 20, 9, 30, 0, 0, ZoneId.of("Europe/Paris"));
    public static final LocalDate REAL_DATE = LocalDate.of(2016, 5, 20);
    public static final Route ROUTE = new Route(List.of(
            new Stop("CDG", Purpose.START, 0),
            new Stop("STN", Purpose.PICK_UP, 362),
            new Stop("LOS", Purpose.DESTINATION, 5047),
            new Stop("CDG", Purpose.RETURN, 4718)));

    private static final Instant ASKED = Instant.parse("2027-02-01T09:00:00Z");

    private ParisToLagos() {}

    /** The flight and the states' answers, as if the work had come to that stage. */
    public static Flight at(Stage stage, InMemoryPorts ports) {
        ports.participations.put(Participation.invited(REFERENCE, FR, ASKED).declared(FRENCH, "CDG", null, ASKED));
        ports.participations.put(Participation.invited(REFERENCE, GB, ASKED).declared(BRITISH, "STN", "LOS", ASKED));
        ports.participations.put(Participation.invited(REFERENCE, ES, ASKED).declined("no aircraft", ASKED));
        return put(stage, null, ports);
    }

    /** The flight alone, as it stands at that stage. */
    public static Flight put(Stage stage, @Nullable String suspendedFor, InMemoryPorts ports) {
        ports.flights.add(new Flight(
                REFERENCE,
                FlightType.JRO,
                FR,
                "Nigeria",
                ROUTE,
                DEPARTURE,
                REAL_DATE,
                CAPACITY,
                stage,
                ASKED,
                suspendedFor,
                0,
                null,
                0));
        return ports.flights.get(REFERENCE);
    }

    /** A carrier's quote for 262,000 euro and 180 seats, held for a month; giving back costs 20, 40 or all per cent. */
    public static CarrierQuote quote(int position, String carrier) {
        return new CarrierQuote(
                REFERENCE,
                position,
                carrier,
                Money.euro(26_200_000),
                CAPACITY,
                LocalDate.of(2027, 4, 1),
                new CarrierQuote.FeePercents(20, 40, 100),
                false,
                null,
                null);
    }
}
