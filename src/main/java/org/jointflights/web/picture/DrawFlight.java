package org.jointflights.web.picture;

import java.time.Clock;
import java.util.Locale;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.operation.ReadGateStates;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.picture.ReadLand;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the pictures of a flight, of what the reader of its file may know; templates call it {@code @drawFlight}. */
@Component
public class DrawFlight {

    private final ReadGateStates gates;
    private final FindAirports airports;
    private final ReadLand land;
    private final Clock clock;

    DrawFlight(ReadGateStates gates, FindAirports airports, ReadLand land, Clock clock) {
        this.gates = gates;
        this.airports = airports;
        this.land = land;
        this.clock = clock;
    }

    /** Stages, deadlines, gates and whom it waits for. */
    public Picture timeline(FlightFile file, Locale language) {
        return FlightTimeline.of(
                file,
                gates.of(file.flight().reference(), party -> file.viewer().seesDetailsOf(party)),
                clock.instant(),
                language);
    }

    /** Legs, who boards and leaves where, and where the aircraft is by the clock; nothing where an airport's place is not known. */
    public @Nullable Picture route(FlightFile file, Locale language) {
        try {
            return RouteMap.of(
                    file, code -> airports.get("route", code), land.outlines(), clock.instant(), language);
        } catch (BadInput unknownAirport) {
            return null;
        }
    }
}
