package org.jointflights.web.picture;

import java.time.Clock;
import java.util.Locale;
import org.jointflights.application.operation.ReadGateStates;
import org.jointflights.application.overview.FlightFile;
import org.springframework.stereotype.Component;

/** Draws the pictures of a flight, of what the reader of its file may know; templates call it {@code @drawFlight}. */
@Component
public class DrawFlight {

    private final ReadGateStates gates;
    private final Clock clock;

    DrawFlight(ReadGateStates gates, Clock clock) {
        this.gates = gates;
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
}
