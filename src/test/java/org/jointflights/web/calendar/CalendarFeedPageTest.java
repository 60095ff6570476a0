package org.jointflights.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Calendars at secret addresses, asked for as a calendar program does: without a session. */
@ProcessTest
class CalendarFeedPageTest {

    private static final Pattern SECRET = Pattern.compile("/calendar/jc_[A-Za-z0-9_-]{43}\\.ics");
    private static final Pattern NUMBER = Pattern.compile("name=\"calendar\" value=\"([0-9]+)\"");

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    JdbcClient database;

    /** Before those of other tests: a calendar holds the earliest fifty. */
    private static final Map<String, String> EARLY = Map.of("departure", "2027-04-08 09:30");

    private OperationReference flight;

    @BeforeEach
    void a_flight_is_planned() {
        users.open();
        database.sql("delete from calendar_feed").update();
        flight = new SomeFlights(users).proposed(EARLY);
    }

    @Test
    void a_program_reads_departures_and_own_dates_without_a_session_and_ids_stay() throws Exception {
        String address = make("gbcoordinator", "");

        MockHttpServletResponse answer = send(get(address));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getCookies()).isEmpty();
        String text = unfolded(answer);
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:departure-" + flight + "@jointflights\r\n")
                .contains("SUMMARY:Flight " + flight + ": due\\, Answer the offer")
                .contains("STATUS:TENTATIVE")
                .doesNotContain("DTSTART;TZID");
        String destination = database.sql("select destination from flight where reference = ?")
                .param(flight.value())
                .query(String.class)
                .single();
        assertThat(text).as("somebody typed it").doesNotContain(destination);
        assertThat(uids(unfolded(send(get(address))))).isEqualTo(uids(text)).doesNotHaveDuplicates();
        assertThat(database.sql("select hash from calendar_feed where person = 'gbcoordinator'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}");
    }

    /** A calendar program takes a time over only from an entry whose number has risen (RFC 5545, 3.8.7.4). */
    @Test
    void the_number_of_an_entry_rises_when_its_time_changes() throws Exception {
        String address = make("gbcoordinator", "");
        String before = departure(unfolded(send(get(address))));

        users.as("frcoordinator")
                .does(() -> acts.perform(
                        flight, acts.named("postpone"), Map.of("departure", "2027-04-15 09:30", "reason", "slot")));
        String after = departure(unfolded(send(get(address))));

        assertThat(value(after, "DTSTART")).isNotEqualTo(value(before, "DTSTART"));
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
        assertThat(Integer.parseInt(value(after, "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
    }

    private String departure(String calendar) {
        return Stream.of(calendar.split("BEGIN:VEVENT", -1))
                .filter(entry -> entry.contains("UID:departure-" + flight))
                .findFirst()
                .orElseThrow();
    }

    private static String value(String entry, String name) {
        return entry.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_holds_what_its_owner_may_see_and_one_of_a_flight_that_flight_alone() throws Exception {
        OperationReference other = new SomeFlights(users).proposed(EARLY);

        assertThat(unfolded(send(get(make("secoordinator", ""))))).doesNotContain(flight.value());
        assertThat(send(post("/my-notices/calendar").with(csrf()).param("reference", flight.value()), "secoordinator")
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(post("/my-notices/calendar").with(csrf()).param("reference", "x"), "gbcoordinator")
                        .getStatus())
                .isEqualTo(400);
        assertThat(unfolded(send(get(make("gbcoordinator", flight.value())))))
                .contains(flight.value())
                .doesNotContain(other.value());
        assertThat(unfolded(send(get(make("frlegal1", "")))))
                .contains(flight.value(), other.value())
                .as("tasks of others")
                .doesNotContain("Answer the offer");
    }

    @Test
    void a_revoked_or_wrong_secret_finds_nothing_and_a_right_one_opens_nothing_else() throws Exception {
        String address = make("gbcoordinator", "");
        String wrong = address.replaceFirst("jc_.", "jc_" + (address.contains("jc_A") ? "B" : "A"));

        assertThat(send(get(wrong)).getStatus()).isEqualTo(404);
        assertThat(send(get("/calendar/")).getStatus()).isEqualTo(404);
        assertThat(send(get(address + "/x")).getStatus()).isEqualTo(404);
        assertThat(send(post(address).with(csrf())).getStatus()).isEqualTo(404);
        assertThat(send(get(wrong), "gbcoordinator").getStatus())
                .as("signed in")
                .isEqualTo(404);
        String secret = address.substring("/calendar/".length(), address.length() - ".ics".length());
        assertThat(send(get("/notices").header("Authorization", "Bearer " + secret))
                        .getStatus())
                .isIn(302, 401);
        assertThat(send(get("/api/flights").header("Authorization", "Bearer " + secret))
                        .getStatus())
                .isEqualTo(401);

        Matcher number =
                NUMBER.matcher(send(get("/my-notices"), "gbcoordinator").getContentAsString());
        assertThat(number.find()).isTrue();
        assertThat(send(revoke(number.group(1)), "frcoordinator").getStatus())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(send(get(address)).getStatus()).isEqualTo(200);
        assertThat(send(revoke(number.group(1)), "gbcoordinator").getContentAsString())
                .contains("The address opens nothing any more.");
        assertThat(send(get(address)).getStatus()).isEqualTo(404);
        assertThat(send(revoke("x"), "gbcoordinator").getStatus()).isEqualTo(404);
    }

    private static MockHttpServletRequestBuilder revoke(String number) {
        return post("/my-notices/calendar/revoke").with(csrf()).param("calendar", number);
    }

    private String make(String person, String reference) throws Exception {
        String page = send(post("/my-notices/calendar").with(csrf()).param("reference", reference), person)
                .getContentAsString();
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        assertThat(send(get("/my-notices"), person).getContentAsString())
                .as("it is shown once")
                .doesNotContain(secret.group());
        return secret.group();
    }

    private static List<String> uids(String text) {
        return text.lines().filter(line -> line.startsWith("UID:")).toList();
    }

    private static String unfolded(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String person) throws Exception {
        return send(request.with(user(person)));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }
}
