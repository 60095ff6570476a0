package org.jointflights.web.overview;

import java.util.Locale;
import org.jointflights.application.deadlines.FindWayOut;
import org.jointflights.application.overview.WaitingTask;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Beside what is overdue the page of a flight says what leads on if nobody ever does it. */
@ControllerAdvice(assignableTypes = FlightTabs.class)
class WaysOutOnFlightPage {

    private final FindWayOut ways;

    WaysOutOnFlightPage(FindWayOut ways) {
        this.ways = ways;
    }

    @ModelAttribute("waysOut")
    WaysOut waysOut(Locale language) {
        return new WaysOut(ways, language);
    }

    /** The ways out in one language. */
    record WaysOut(FindWayOut ways, Locale language) {

        /** Empty for a task that the table does not know. */
        public String of(WaitingTask task) {
            return ways.of(task.task(), task.since())
                    .map(sentence -> sentence.in(language))
                    .orElse("");
        }
    }
}
