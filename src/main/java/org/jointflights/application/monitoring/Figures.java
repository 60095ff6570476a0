package org.jointflights.application.monitoring;

import java.util.Map;
import org.jointflights.domain.flight.Stage;

/** How things stood at one moment, over all flights. */
public record Figures(Map<Stage, Integer> flights, int overdueWaits, int failedJobs, int undeliveredNotices) {

    /** How many flights are in that stage. */
    public int flights(Stage stage) {
        return flights.getOrDefault(stage, 0);
    }
}
