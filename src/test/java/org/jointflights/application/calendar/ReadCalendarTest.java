package org.jointflights.application.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A calendar that cannot hold every flight of its owner says so in itself. */
@ProcessTest
class ReadCalendarTest {

    private static final String LEFT_OUT = "Only the 1 flights that depart first";

    @Autowired
    ReadCalendar calendars;

    @Autowired
    TasklistUsers users;

    @Test
    void a_calendar_that_leaves_flights_out_says_so_and_one_that_does_not_is_silent() {
        users.open();
        SomeFlights flights = new SomeFlights(users);
        var first = flights.proposed(Map.of("departure", "2027-04-07 09:30"));
        flights.proposed(Map.of("departure", "2027-04-08 09:30"));
        CalendarFeed all = new CalendarFeed(1, "gbcoordinator", null, Instant.EPOCH);
        CalendarFeed one = new CalendarFeed(2, "gbcoordinator", first, Instant.EPOCH);

        users.as("gbcoordinator").does(() -> {
            assertThat(calendars.read(all, "", 1)).contains("UID:left-out@", LEFT_OUT);
            assertThat(calendars.read(all, "", 10_000)).contains(first.value()).doesNotContain("left-out");
            assertThat(calendars.read(one, "", 1)).contains(first.value()).doesNotContain("left-out");
        });
    }
}
