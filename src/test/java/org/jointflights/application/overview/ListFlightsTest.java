package org.jointflights.application.overview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.overview.OverviewServices.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.overview.FlightFilter.Order;
import org.jointflights.application.overview.FlightFilter.Waiting;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFlightsTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party ES = new Party("ES");
    private static final OperationReference ONE = new OperationReference("JRO-2027-0001");
    private static final OperationReference TWO = new OperationReference("JRO-2027-0002");
    private static final OperationReference THREE = new OperationReference("JRO-2027-0003");

    private final OverviewServices services = new OverviewServices();
    private final Instant now = services.ports.clock.instant();

    @Test
    void everybody_sees_the_flights_that_concern_their_party() {
        add(ONE, GB, 20, List.of(FR, ES), List.of());
        add(TWO, ES, 10, List.of(GB), List.of());
        add(THREE, ES, 20, List.of(), List.of());

        assertThat(listed("FRlegal")).containsExactly(ONE);
        assertThat(listed("GBlegal")).containsExactly(TWO, ONE);
        assertThat(listed("FXlegal")).containsExactly(TWO, ONE, THREE);
        assertThat(listed("manager")).containsExactly(TWO, ONE, THREE);
        assertThat(listed("ITlegal")).isEmpty();
    }

    @Test
    void a_flight_waits_for_what_the_reader_may_know_the_most_pressing_first() {
        add(ONE, GB, 20, List.of(FR, ES), List.of());
        services.tasks.opened(ONE, task(now.minusSeconds(30), "FRcoordinator"));
        services.tasks.opened(ONE, task(now.minusSeconds(20), now.minusSeconds(1), "FRfinance"));
        services.tasks.opened(ONE, task(now.minusSeconds(10), "manager"));
        services.tasks.opened(ONE, task(now.minusSeconds(40), now.minusSeconds(5), "GBlegal"));
        services.tasks.opened(ONE, task(now.minusSeconds(35), "GBdoctor"));
        services.failed.failed("job-" + ONE, ONE);
        services.as("FRcoordinator");

        ListedFlight flight = first();

        assertThat(flight.waits())
                .extracting(Wait::groups, Wait::party, Wait::overdue, Wait::mine)
                .containsExactly(
                        tuple(groups("FRfinance"), FR, true, false),
                        tuple(groups("FRcoordinator"), FR, false, true),
                        tuple(groups("manager"), null, false, false),
                        tuple(groups(), GB, false, false));
        assertThat(flight.isOverdue()).isTrue();
        assertThat(flight.isMine()).isTrue();
        assertThat(flight.failed()).isTrue();
        assertThat(flight.waitsSince()).isEqualTo(now.minusSeconds(30));
    }

    @Test
    void a_flight_that_waits_for_nothing_has_waited_since_never() {
        add(ONE, GB, 20, List.of(FR), List.of());
        services.as("FRcoordinator");

        ListedFlight flight = first();

        assertThat(flight.waitsSince()).isNull();
        assertThat(flight.isMine()).isFalse();
        assertThat(flight.isOverdue()).isFalse();
        assertThat(flight.failed()).isFalse();
    }

    @Test
    void of_a_flight_that_a_party_has_left_it_knows_its_own_tasks_alone() {
        add(ONE, GB, 20, List.of(FR, ES), List.of(FR));
        services.tasks.opened(ONE, task(now, "FRcoordinator"));
        services.tasks.opened(ONE, task(now, "manager"));
        services.tasks.opened(ONE, task(now, "ESlegal"));
        services.as("FRcoordinator");

        assertThat(first().waits()).extracting(Wait::groups).containsExactly(groups("FRcoordinator"));
    }

    @Test
    void a_task_that_is_due_now_is_not_overdue_yet() {
        add(ONE, GB, 20, List.of(FR), List.of());
        services.tasks.opened(ONE, task(now, now, "FRcoordinator"));
        services.as("FRcoordinator");
        assertThat(first().isOverdue()).isFalse();

        services.ports.clock.advance(Duration.ofSeconds(1));

        assertThat(first().isOverdue()).isTrue();
    }

    @Test
    void a_task_of_several_parties_is_shown_as_that_of_the_readers() {
        assertThat(wait("GBlegal", "ESlegal", "GBlegal"))
                .extracting(Wait::party, Wait::mine)
                .containsExactly(GB, true);
        assertThat(wait("ITlegal", "ESlegal", "FRlegal"))
                .extracting(Wait::party, wait -> wait.task() == null)
                .containsExactly(ES, true);
        assertThat(wait("ITlegal"))
                .extracting(Wait::party, wait -> wait.task() == null)
                .containsExactly(null, false);
        assertThat(wait("ITlegal", "ESlegal", "manager"))
                .extracting(Wait::party, wait -> wait.task() == null)
                .containsExactly(null, false);
    }

    @Test
    void the_same_task_of_several_states_is_one_line() {
        ListedFlight flight = flightWaiting(
                task(now, "ESlegal"),
                task(now.plusSeconds(60), "FRlegal"),
                task(now.plus(Duration.ofDays(1)), "GBlegal"),
                task(now, now.plusSeconds(5), "BElegal"));

        assertThat(flight.grouped())
                .extracting(Wait::groups, Wait::mine, Wait::overdue)
                .containsExactly(
                        tuple(groups("ESlegal", "FRlegal"), true, false),
                        tuple(groups("GBlegal"), false, false),
                        tuple(groups("BElegal"), false, false));
    }

    @Test
    void another_task_or_one_that_somebody_has_taken_on_is_not() {
        WaitingTask other = new WaitingTask("2", "userTask_y", groups("FRlegal"), now, null, null, false);
        WaitingTask taken = new WaitingTask("3", "userTask_x", groups("FRlegal"), now, null, "anna", false);

        assertThat(flightWaiting(task(now, "ESlegal"), other, taken).grouped()).hasSize(3);
        assertThat(new ListedFlight(
                                row(ONE, GB, 1, List.of(), List.of(), Stage.PLANNING),
                                List.of(Wait.hidden(ES), Wait.hidden(FR), wait("manager", "manager")),
                                false)
                        .grouped())
                .hasSize(3);
    }

    @Test
    void one_line_is_mine_and_overdue_if_one_of_its_tasks_is() {
        ListedFlight flight = new ListedFlight(
                row(ONE, GB, 1, List.of(), List.of(), Stage.PLANNING),
                List.of(wait("ITlegal", "manager"), wait("executive", "executive")),
                false);
        Wait late = new Wait(task(now, "ESlegal"), groups("ESlegal"), ES, true, false);

        assertThat(flight.grouped()).extracting(Wait::mine).containsExactly(true);
        assertThat(wait("ITlegal", "manager").with(late).overdue()).isTrue();
        assertThat(late.with(wait("ITlegal", "manager")).overdue()).isTrue();
        assertThat(wait("manager", "manager").with(late).mine()).isTrue();
        assertThat(wait("ITlegal", "manager").with(late).mine()).isFalse();
    }

    @Test
    void the_cost_is_what_all_bear() {
        FlightRow row = row(ONE, GB, 1, List.of(FR), List.of(), Stage.PLANNING);

        assertThat(row.cost()).isNull();
        assertThat(new FlightRow(
                                ONE,
                                FlightType.JRO,
                                GB,
                                "Kosovo",
                                List.of(),
                                row.departure(),
                                Stage.PLANNING,
                                now,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                new TreeMap<>(Map.of(FR, Money.euro(2), GB, Money.euro(3))),
                                true)
                        .cost())
                .isEqualTo(Money.euro(5));
    }

    @ParameterizedTest
    @CsvSource({
        "text, 0002, JRO-2027-0002",
        "text, NIG, JRO-2027-0002",
        "text, lo, JRO-2027-0002",
        "text, zzz, ''",
        "stage, CLOSED, JRO-2027-0003",
        "party, gb, JRO-2027-0002 JRO-2027-0001 JRO-2027-0003",
        "party, es, JRO-2027-0001",
        "from, 2027-05-21, JRO-2027-0003",
        "from, 2027-05-20, JRO-2027-0001 JRO-2027-0003",
        "to, 2027-05-19, JRO-2027-0002",
        "to, 2027-05-20, JRO-2027-0002 JRO-2027-0001",
        "waiting, MINE, JRO-2027-0001",
        "waiting, OVERDUE, JRO-2027-0002",
        "waiting, ALL, JRO-2027-0002 JRO-2027-0001 JRO-2027-0003",
        "order, REFERENCE, JRO-2027-0001 JRO-2027-0002 JRO-2027-0003",
        "order, DEPARTURE, JRO-2027-0002 JRO-2027-0001 JRO-2027-0003",
        "order, LATEST, JRO-2027-0003 JRO-2027-0001 JRO-2027-0002",
        "order, STAGE, JRO-2027-0001 JRO-2027-0002 JRO-2027-0003"
    })
    void a_filter_chooses_and_sorts(String field, String typed, String expected) {
        FlightFilter filter = FlightFilter.of(new TypedFields(Map.of(field, typed)));

        threeFlights();
        assertThat(listed(filter))
                .extracting(OperationReference::value)
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void first_stands_what_is_urgent_and_last_what_is_over() {
        OperationReference late = new OperationReference("JRO-2027-0004");
        services.rows.add(row(ONE, GB, 25, List.of(), List.of(), Stage.PLANNING));
        services.failed.failed("job-" + ONE, ONE);
        services.rows.add(row(TWO, GB, 20, List.of(), List.of(), Stage.PLANNING));
        services.rows.add(row(THREE, GB, 1, List.of(), List.of(), Stage.CLOSED));
        services.failed.failed("job-" + THREE, THREE);
        services.rows.add(row(late, GB, 25, List.of(), List.of(), Stage.PLANNING));
        services.tasks.opened(late, task(now, now.minusSeconds(1), "executive"));
        services.as("manager");

        assertThat(listed(FlightFilter.EVERYTHING)).containsExactly(ONE, late, TWO, THREE);
    }

    @Test
    void flights_of_the_same_moment_are_sorted_by_reference() {
        services.rows.add(row(TWO, GB, 20, List.of(), List.of(), Stage.PLANNING));
        services.rows.add(row(ONE, GB, 20, List.of(), List.of(), Stage.PLANNING));
        services.as("manager");

        for (Order order : Order.values()) {
            assertThat(listed(in(order))).as(order.name()).containsExactly(ONE, TWO);
        }
    }

    @Test
    void a_list_is_read_a_part_at_a_time_in_any_order_and_each_flight_comes_once() {
        threeFlights();

        for (Order order : Order.values()) {
            FlightChoice choice = services.list.choice(in(order));
            List<OperationReference> parts = new ArrayList<>();
            ListFlights.Slice slice = services.list.slice(choice, null, 1);
            parts.add(reference(slice.flights().get(0)));
            while (slice.next() != null) {
                FlightCursor next = FlightCursor.of(slice.next().text(), order);
                slice = services.list.slice(choice, next, 1);
                assertThat(slice.flights()).hasSize(1);
                parts.add(reference(slice.flights().get(0)));
            }

            assertThat(parts).as(order.name()).hasSize(3).isEqualTo(listed(in(order)));
        }
        assertThat(services.list
                        .slice(services.list.choice(FlightFilter.EVERYTHING), null, 3)
                        .next())
                .isNull();
    }

    @Test
    void a_list_goes_on_where_it_was_although_a_flight_has_come_before() {
        add(TWO, GB, 20, List.of(FR), List.of());
        add(THREE, GB, 20, List.of(FR), List.of());
        services.as("manager");
        FlightCursor next = services.list
                .slice(services.list.choice(FlightFilter.EVERYTHING), null, 1)
                .next();
        add(ONE, GB, 20, List.of(FR), List.of());

        assertThat(services.list
                        .slice(services.list.choice(FlightFilter.EVERYTHING), next, 5)
                        .flights())
                .extracting(ListFlightsTest::reference)
                .containsExactly(THREE);
    }

    @Test
    void a_page_tells_of_the_whole_list_and_behind_the_last_page_comes_the_last() {
        threeFlights();
        FlightChoice choice = services.list.choice(FlightFilter.EVERYTHING);

        ListFlights.Page page = services.list.page(choice, 2, 2);

        assertThat(page.counts()).isEqualTo(new FlightRows.Counts(3, 1, 1));
        assertThat(page.flights()).extracting(ListFlightsTest::reference).containsExactly(THREE);
        assertThat(services.list.page(choice, 9, 2)).isEqualTo(page);
        assertThat(services.list.page(choice, 1, 3).pages()).isEqualTo(1);
        assertThat(services.list.total(choice)).isEqualTo(3);
    }

    @Test
    void a_page_of_no_flights_is_the_first() {
        services.as("manager");

        ListFlights.Page page = services.list.page(services.list.choice(FlightFilter.EVERYTHING), 3, 2);

        assertThat(page).isEqualTo(new ListFlights.Page(1, 1, new FlightRows.Counts(0, 0, 0), List.of()));
    }

    @Test
    void a_filter_names_the_parties_of_the_flights_that_the_reader_sees() {
        add(ONE, GB, 20, List.of(FR), List.of());
        add(TWO, ES, 20, List.of(GB), List.of());

        services.as("FRlegal");
        assertThat(services.list.parties()).containsExactly(FR, GB);
        services.as("manager");
        assertThat(services.list.parties()).containsExactly(ES, FR, GB);
        services.as("ITlegal");
        assertThat(services.list.parties()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "äöü",
                "URGENT 1 2027-05-20T00:00:00Z",
                "URGENT 1 2027-05-20T00:00:00Z JRO-2027-0001 x",
                "SOON 1 2027-05-20T00:00:00Z JRO-2027-0001",
                "URGENT +1 2027-05-20T00:00:00Z JRO-2027-0001",
                "URGENT one 2027-05-20T00:00:00Z JRO-2027-0001",
                "URGENT 1 yesterday JRO-2027-0001",
                "URGENT 1 -0001-05-20T00:00:00Z JRO-2027-0001",
                "URGENT 1 +10000-01-01T00:00:00Z JRO-2027-0001",
                "URGENT 1 2027-05-20T00:00:00Z JRO-1"
            })
    void a_place_that_no_answer_has_given_is_refused(String parts) {
        String typed = Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(UTF_8));

        BadInput refused =
                refusal(BadInput.class, "overview.cursor.unknown", () -> FlightCursor.of(typed, Order.URGENT));

        assertThat(refused.field()).isEqualTo("after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "é", "a b", "URGENT", "%s=", " %s", "%s%s"})
    void a_place_has_one_text(String typed) {
        String place = new FlightCursor(Order.URGENT, 1, now, ONE).text();

        refusal(
                BadInput.class,
                "overview.cursor.unknown",
                () -> FlightCursor.of(typed.replace("%s", place), Order.URGENT));
        assertThat(FlightCursor.of(place, Order.URGENT).reference()).isEqualTo(ONE);
    }

    @Test
    void the_first_and_the_last_year_of_a_place_are_taken_and_a_long_text_is_cut_where_it_is_refused() {
        for (String at : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z")) {
            FlightCursor place = new FlightCursor(Order.STAGE, 3, Instant.parse(at), ONE);
            assertThat(FlightCursor.of(place.text(), Order.STAGE)).isEqualTo(place);
        }
        BadInput refused =
                refusal(BadInput.class, "overview.cursor.unknown", () -> FlightCursor.of("a".repeat(201), Order.STAGE));
        assertThat(refused.value()).hasSize(21);
    }

    @Test
    void a_place_in_one_order_is_none_in_another() {
        FlightCursor place = new FlightCursor(Order.LATEST, 0, now, ONE);

        BadInput refused =
                refusal(BadInput.class, "overview.cursor.order", () -> FlightCursor.of(place.text(), Order.DEPARTURE));

        assertThat(refused.asSentence().arguments()).endsWith("LATEST", "DEPARTURE");
    }

    @Test
    void a_filter_that_asks_for_nothing_leaves_all() {
        assertThat(FlightFilter.of(new TypedFields(Map.of()))).isEqualTo(FlightFilter.EVERYTHING);
    }

    @Test
    void days_that_end_before_they_begin_are_refused() {
        BadInput refused = refusal(
                BadInput.class,
                "overview.filter.dates",
                () -> FlightFilter.of(new TypedFields(Map.of("from", "2027-05-20", "to", "2027-05-19"))));

        assertThat(refused.field()).isEqualTo("to");
        assertThat(refused.asSentence().arguments())
                .endsWith(LocalDate.of(2027, 5, 20).toString());
        assertThat(FlightFilter.of(new TypedFields(Map.of("from", "2027-05-20", "to", "2027-05-20")))
                        .from())
                .isEqualTo(LocalDate.of(2027, 5, 20));
    }

    /** The first waits for the reader, the second for somebody else, too long already. */
    private void threeFlights() {
        FlightRow one = row(ONE, GB, 20, List.of(FR, ES), List.of(), Stage.PLANNING);
        FlightRow two = new FlightRow(
                TWO,
                FlightType.JRO,
                FR,
                "Nigeria",
                List.of("CDG", "LOS"),
                departure(10),
                Stage.APPROVAL,
                now,
                null,
                List.of(GB),
                List.of(),
                List.of(),
                new TreeMap<>(),
                false);
        FlightRow three = row(THREE, GB, 22, List.of(), List.of(), Stage.CLOSED);
        List.of(one, two, three).forEach(services.rows::add);
        services.tasks.opened(ONE, task(now, "manager"));
        services.tasks.opened(TWO, task(now, now.minusSeconds(1), "executive"));
        services.as("manager");
    }

    private List<OperationReference> listed(String group) {
        services.as(group);
        return listed(in(Order.DEPARTURE));
    }

    private List<OperationReference> listed(FlightFilter filter) {
        return flights(filter).stream().map(ListFlightsTest::reference).toList();
    }

    private ListedFlight first() {
        return flights(FlightFilter.EVERYTHING).get(0);
    }

    private List<ListedFlight> flights(FlightFilter filter) {
        return services.list.slice(services.list.choice(filter), null, 100).flights();
    }

    private static OperationReference reference(ListedFlight listed) {
        return listed.flight().reference();
    }

    private static FlightFilter in(Order order) {
        return new FlightFilter(null, null, null, null, null, Waiting.ALL, order);
    }

    private ListedFlight flightWaiting(WaitingTask... tasks) {
        services.as("FRlegal", "manager");
        add(ONE, GB, 20, List.of(FR, ES), List.of());
        List<Wait> waits = new ArrayList<>();
        for (WaitingTask task : tasks) {
            waits.add(Wait.of(task, Viewer.of(services.ports.user.groups()), now));
        }
        return new ListedFlight(first().flight(), waits, false);
    }

    /** How a task of these groups looks to somebody of that group. */
    private Wait wait(String reader, String... groups) {
        return Wait.of(task(now, groups), Viewer.of(Set.of(reader)), now);
    }

    private void add(
            OperationReference reference, Party organiser, int day, List<Party> invited, List<Party> withdrawn) {
        services.rows.add(row(reference, organiser, day, invited, withdrawn, Stage.PLANNING));
    }

    private FlightRow row(
            OperationReference reference,
            Party organiser,
            int day,
            List<Party> invited,
            List<Party> withdrawn,
            Stage stage) {
        return new FlightRow(
                reference,
                FlightType.JRO,
                organiser,
                "Kosovo",
                List.of("STN", "PRN"),
                departure(day),
                stage,
                now,
                null,
                invited,
                invited,
                withdrawn,
                new TreeMap<>(),
                false);
    }

    private static ZonedDateTime departure(int day) {
        return ZonedDateTime.of(2027, 5, day, 0, 30, 0, 0, ZoneId.of("Europe/London"));
    }

    private static SortedSet<String> groups(String... groups) {
        return new TreeSet<>(List.of(groups));
    }
}
