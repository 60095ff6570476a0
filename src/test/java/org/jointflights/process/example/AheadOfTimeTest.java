package org.jointflights.process.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.example.ClockMoves;
import org.jointflights.application.example.DueWork;
import org.jointflights.application.example.MoveClock;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.application.system.CompareClocks;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * The clock of the example is moved forward by an administrator, and what waits for a date happens as if people had waited for it. It goes
 * on where {@link ExampleFlightsTest}, which runs it, ends, in the same application, and leaves a clock that nobody else can use.
 */
@DirtiesContext
abstract class AheadOfTimeTest {

    private static final String PAGE = "/admin/rehearsal";

    @Autowired
    Clock clock;

    @Autowired
    ClockMoves moves;

    @Autowired
    CompareClocks clocks;

    @Autowired
    MoveClock moving;

    @Autowired
    LedgerOperations operations;

    @Autowired
    PlanRoute routes;

    @Autowired
    Participations participations;

    @Autowired
    TrailEntries trail;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvc web;

    /** Whoever waits is reminded two working days before the deadline and closed at it; a leap would do both at its end. */
    @Test
    void what_waits_for_dates_happens_on_them_one_after_the_other() throws Exception {
        OperationReference flight = proposed("RO-2099-001");
        List<Task> offers = offers(flight);
        assertThat(offers).hasSizeGreaterThan(2);
        Instant replyBy = offers.get(0).getDueDate().toInstant();
        Instant before = clock.instant();

        MockHttpServletResponse page = move("admin", "days", "30");

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(Duration.between(before, clock.instant())).isCloseTo(Duration.ofDays(30), Duration.ofMinutes(2));
        assertThat(replyBy).isBefore(clock.instant().minus(5, ChronoUnit.DAYS));
        assertThat(offers(flight)).isEmpty();
        assertThat(participations.of(flight)).extracting(Participation::status).doesNotContain(Status.INVITED);
        List<Instant> closed = trail.of(flight).stream()
                .filter(entry -> entry.event() == TrailEvent.NOT_ANSWERED)
                .map(TrailEntry::at)
                .toList();
        assertThat(closed)
                .hasSize(offers.size())
                .allSatisfy(at -> assertThat(at).isCloseTo(replyBy, within(1, ChronoUnit.MINUTES)));
        List<Instant> reminded = told(flight, "notice.offerReminder");
        assertThat(reminded)
                .hasSize(offers.size())
                .allSatisfy(at -> assertThat(at)
                        .isBetween(
                                replyBy.minus(5, ChronoUnit.DAYS),
                                replyBy.minus(2, ChronoUnit.DAYS).plus(1, ChronoUnit.MINUTES)));
        assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                .contains("flight " + flight + ": “Two working days before”")
                .contains("flight " + flight + ": “Deadline”");
    }

    @Test
    void all_clocks_show_the_same_and_go_on_after_a_restart() throws Exception {
        move("admin", "days", "3");

        Duration ahead = Duration.between(Instant.now(), clock.instant());
        assertThat(ahead).isGreaterThan(Duration.ofDays(2));
        assertThat(ClockUtil.getCurrentTime().toInstant())
                .isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS))
                .isNotEqualTo(engineAMomentLater());
        clocks.compare();
        assertThat(clocks.isWrong()).isFalse();
        assertThat(new EngineRehearsalClock(moves).instant()).isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS));
        assertThat(clock.withZone(ZoneId.of("Europe/Paris")).instant())
                .isCloseTo(clock.instant(), within(5, ChronoUnit.SECONDS));
    }

    /** It ticks: a clock that stood would show the same for ever. */
    private static Instant engineAMomentLater() {
        Instant shown = ClockUtil.getCurrentTime().toInstant();
        Instant later = shown;
        while (later.equals(shown)) {
            later = ClockUtil.getCurrentTime().toInstant();
        }
        return later;
    }

    @Test
    void it_stops_just_after_what_comes_next_of_a_flight() throws Exception {
        OperationReference flight = proposed("RO-2099-002");
        proposed("RO-2099-003");

        String page = move("admin", "flight", flight.value()).getContentAsString(StandardCharsets.UTF_8);

        assertThat(page)
                .contains("flight " + flight + ": “Two working days before”")
                .doesNotContain("flight " + flight + ": “Deadline”");
        assertThat(moving.last().orElseThrow().fired())
                .extracting(DueWork.Step::flight)
                .contains(flight);
        assertThat(offers(flight)).isNotEmpty();
        assertThat(move("admin", "flight", "RO-1999-001").getStatus()).isEqualTo(409);
    }

    @Test
    void everybody_sees_what_the_clock_shows_and_administrators_and_auditors_who_moved_it() throws Exception {
        move("admin2", "days", "1");

        for (String person : List.of("frcoordinator", "manager1", "admin")) {
            assertThat(read(person, "/").getContentAsString(StandardCharsets.UTF_8))
                    .as(person)
                    .contains("Rehearsal: the clock shows");
        }
        assertThat(read("frcoordinator", "/overdue").getContentAsString(StandardCharsets.UTF_8))
                .contains("\"rehearsal\":\"Rehearsal: the clock shows");
        assertThat(read("auditor", "/administration").getContentAsString(StandardCharsets.UTF_8))
                .contains("Moved the clock of the rehearsal forward from");
    }

    @Test
    void what_is_refused_moves_nothing() throws Exception {
        Instant before = clock.instant();

        for (String days : List.of("0", "61", "-1", "1.5", "two", "")) {
            MockHttpServletResponse answer = move("admin", "days", days);
            assertThat(answer.getStatus()).as(days).isEqualTo(400);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .contains("Days: “" + days + "” is not a whole number from 1 to 60.");
        }
        assertThat(move("admin", "other", "1").getStatus()).isEqualTo(400);
        assertThat(move("admin", "flight", "no flight").getStatus()).isEqualTo(400);
        for (String other : List.of("frcoordinator", "manager1", "auditor")) {
            assertThat(move(other, "days", "1").getStatus()).as(other).isEqualTo(403);
        }

        assertThat(Duration.between(before, clock.instant())).isLessThan(Duration.ofHours(1));
    }

    private OperationReference proposed(String reference) {
        OperationReference flight = new OperationReference(reference);
        ZonedDateTime departure = clock.instant()
                .truncatedTo(ChronoUnit.HOURS)
                .atZone(ZoneId.of("Europe/London"))
                .plusDays(80);
        operations.propose(
                flight,
                LedgerRows.of("RO-2010-001"),
                "Kosovo",
                routes.plan("STN", "PRN, TIA"),
                departure,
                LocalDate.of(2010, 1, 14),
                180);
        return flight;
    }

    private List<Task> offers(OperationReference flight) {
        return tasks.createTaskQuery().taskDefinitionKey("userTask_answerOffer").list().stream()
                .filter(task -> Optional.ofNullable(tasks.getVariable(task.getId(), "reference"))
                        .map(Object::toString)
                        .equals(Optional.of(flight.value())))
                .toList();
    }

    private List<Instant> told(OperationReference flight, String code) {
        return jdbc.query(
                "select created from outbox where reference = ? and code = ?",
                (row, number) -> row.getTimestamp("created").toInstant(),
                flight.value(),
                code);
    }

    private MockHttpServletResponse move(String person, String field, String value) throws Exception {
        return answer(post(PAGE).with(csrf()).param(field, value), person);
    }

    private MockHttpServletResponse read(String person, String page) throws Exception {
        return answer(get(page), person);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String person) throws Exception {
        return web.perform(request.with(user(person)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }
}
