package org.jointflights.application.monitoring;

import java.time.Instant;
import java.util.Map;
import org.jointflights.domain.flight.Stage;

/** How many of what our tables hold; counts alone, nothing of a single flight. */
public interface FlightFigures {

    /** How many flights are in each stage; a stage without any is left out. */
    Map<Stage, Integer> flightsByStage();

    /** Tasks of all flights that should have been done by now. */
    int overdueWaits(Instant now);

    /** Mails that were tried and that no server has taken yet. Without a mail server, or an address, none is tried. */
    int undeliveredNotices();
}
