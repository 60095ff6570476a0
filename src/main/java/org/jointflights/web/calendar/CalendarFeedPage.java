package org.jointflights.web.calendar;

import java.nio.charset.StandardCharsets;
import org.jointflights.application.calendar.CalendarFeed;
import org.jointflights.application.calendar.ReadCalendar;
import org.jointflights.domain.Unknown;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a calendar program reads; the door before it has looked the secret up, and nobody else comes as far as this. */
@Controller
class CalendarFeedPage {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final ReadCalendar calendars;
    private final String address;

    CalendarFeedPage(ReadCalendar calendars, @Value("${jointflights.address:http://localhost:8080}") String address) {
        this.calendars = calendars;
        this.address = address;
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable("secret") String secret, Authentication owner) {
        if (!(owner.getDetails() instanceof CalendarFeed feed)) {
            throw Unknown.of("notice.calendar.unknown");
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .body(calendars.read(feed, address).getBytes(StandardCharsets.UTF_8));
    }
}
