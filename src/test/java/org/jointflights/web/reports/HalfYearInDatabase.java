package org.jointflights.web.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

/** The half-yearly report over flights that are put into the tables; everything is rolled back after each test. */
@ProcessTest
@Transactional
abstract class HalfYearInDatabase {

    private static final String SECRET = "somebody-typed-this";
    private static final String PERSON = "somebody-who-acted";

    private static final String REPORTED =
            " in ('JRO-2039-0001', 'NRO-2039-0002', 'CRO-2039-0003', 'JRO-2039-0004', 'RO-2039-0005') ";

    /** The same figures, asked for in plain SQL of the tables themselves. */
    private static final Map<String, String> BY_SQL = Map.ofEntries(
            Map.entry("operations", "select count(*) from flight where reference" + REPORTED),
            Map.entry("operations/kind/JRO", "select count(*) from flight where type = 'JRO' and reference" + REPORTED),
            Map.entry("operations/kind/CRO", "select count(*) from flight where type = 'CRO' and reference" + REPORTED),
            Map.entry("operations/fate/CANCELLED", "select count(*) from cancellation where reference" + REPORTED),
            Map.entry(
                    "operations/fate/ABORTED",
                    "select count(*) from operation_run where outcome = 'ABORTED' and reference" + REPORTED),
            Map.entry(
                    "persons",
                    "select sum(returnees) from boarding where run = 2 and party <> 'SE' and reference" + REPORTED),
            Map.entry(
                    "persons/state/FR",
                    "select sum(returnees) from boarding where run = 2 and party = 'FR' and reference" + REPORTED),
            Map.entry("handedOver", "select sum(handed_over) from hand_over where run = 2 and reference" + REPORTED),
            Map.entry(
                    "handedOver/state/GB",
                    "select sum(handed_over) from hand_over where run = 2 and party = 'GB' and reference" + REPORTED),
            Map.entry("persons/end/MISSING_BACK", "select sum(missing) from landed_back where reference" + REPORTED),
            Map.entry("returned", "select sum(landed) from landed_back where reference" + REPORTED),
            Map.entry(
                    "returned/state/ES",
                    "select sum(landed) from landed_back where party = 'ES' and reference" + REPORTED),
            Map.entry(
                    "everybody/function/ESCORTS",
                    "select sum(escorts) from boarding where run = 2 and party <> 'SE' and reference" + REPORTED),
            Map.entry("legs", "select count(*) from leg_time where landed is not null and reference" + REPORTED),
            Map.entry(
                    "legs/watch/WITH_MONITOR",
                    "select count(*) from leg_time where landed is not null and reference = 'JRO-2039-0001'"),
            Map.entry(
                    "reports",
                    "select count(*) from monitor_report where delivered is not null and reference" + REPORTED),
            Map.entry(
                    "reports/phase/IN_FLIGHT",
                    "select count(*) from monitor_report where covers like '%IN_FLIGHT%' and reference" + REPORTED),
            Map.entry("orders", "select count(*) from stop_order where reference" + REPORTED),
            Map.entry(
                    "orders/cause/COURT",
                    "select count(*) from stop_order where cause = 'COURT' and reference" + REPORTED),
            Map.entry(
                    "orders/lift/STANDS",
                    "select count(*) from stop_order where lifted_at is null and reference" + REPORTED),
            Map.entry(
                    "orders/scope/WHOLE_FLIGHT",
                    "select count(*) from stop_order where party is null and reference" + REPORTED),
            Map.entry(
                    "gateStops",
                    "select count(*) from gate_answer where verdict = 'STOP' and run = 2 and reference" + REPORTED),
            Map.entry("left", "select sum(persons) from taken_off where run = 2 and reference" + REPORTED),
            Map.entry(
                    "left/cause/MEDICAL",
                    "select sum(persons) from taken_off where cause = 'MEDICAL' and run = 2 and reference" + REPORTED),
            Map.entry("suspensions", "select count(*) from suspension where reference" + REPORTED),
            Map.entry(
                    "suspensions/rest/RESUMED",
                    "select count(*) from suspension where resumed_at is not null and reference" + REPORTED),
            Map.entry(
                    "incidents",
                    "select count(*) from serious_incident where (assessed is not null or channel = 'ORDINARY') and reference"
                            + REPORTED),
            Map.entry(
                    "incidents/category/CATEGORY_4",
                    "select count(*) from serious_incident where category = 'CATEGORY_4' and assessed is not null and reference"
                            + REPORTED),
            Map.entry("complaints", "select count(*) from complaint where reference" + REPORTED),
            Map.entry(
                    "complaints/state/CLOSED",
                    "select count(*) from complaint where state = 'CLOSED' and reference" + REPORTED),
            Map.entry("reportsOwed", "select count(*) from monitor_report where reference" + REPORTED),
            Map.entry(
                    "reportsOwed/punctuality/LATE",
                    "select count(*) from monitor_report where delivered > due and reference" + REPORTED));

    /** What takes more than one table, or a clock, counted by hand. */
    private static final Map<String, Integer> BY_HAND = Map.ofEntries(
            Map.entry("operations/fate/FLOWN", 1),
            Map.entry("operations/fate/RECALLED", 1),
            Map.entry("operations/fate/UNDER_WAY", 1),
            Map.entry("operations/fate/REFUSED_ON_ARRIVAL", 0),
            Map.entry("persons/end/HANDED_OVER", 14),
            Map.entry("persons/end/LEFT_ON_THE_WAY", 1),
            Map.entry("persons/end/LANDED_BACK", 4),
            Map.entry("persons/end/NOT_YET_BACK", 0),
            Map.entry("persons/end/NOT_SAID", 2),
            Map.entry("legs/watch/WITHOUT_MONITOR", 1),
            Map.entry("gateStops/lift/LIFTED", 1),
            Map.entry("gateStops/lift/STANDS", 1),
            Map.entry("left/effect/NOT_BOARDED", 4),
            Map.entry("left/effect/LEFT_AIRCRAFT", 1),
            Map.entry("answers", 5),
            Map.entry("answers/punctuality/IN_TIME", 3),
            Map.entry("answers/punctuality/D_21", 1),
            Map.entry("answers/punctuality/D_14", 1),
            Map.entry("reportsOwed/punctuality/IN_TIME", 1),
            Map.entry("reportsOwed/punctuality/OVERDUE", 1),
            Map.entry("reportsOwed/punctuality/AWAITED", 1));

    private static final Pattern ROW = Pattern.compile("<tr data-figure=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<td class=\"number\">(-?[0-9]+)</td>");

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void flights() {
        users.open();
        flownByLondon();
        turnedBack();
        cancelled();
        flight("JRO-2039-0004", "JRO", "2039-06-30");
        run("JRO-2039-0004", 1, null, "RECALLED");
        flight("RO-2039-0005", "FRONTEX", "2039-01-01");
        run("RO-2039-0005", 2, "2039-01-01T08:00:00Z", null);
        boarding("RO-2039-0005", 2, "FR", 0, 2, 3, 0);
        report("RO-2039-0005", "FR", "2039-01-08T08:00:00Z", null, null);
        // None of these is of the half-year, or has left, or was to leave.
        flight("JRO-2039-0006", "JRO", "2039-05-01");
        flight("JRO-2039-0007", "JRO", "2039-05-01");
        run("JRO-2039-0007", 1, null, null);
        for (String[] other : new String[][] {{"JRO-2039-0008", "2038-12-31"}, {"JRO-2039-0009", "2039-07-01"}}) {
            flight(other[0], "JRO", other[1]);
            run(other[0], 2, "2039-01-01T08:00:00Z", "FLOWN");
            boarding(other[0], 2, "FR", 0, 99, 99, 9);
        }
    }

    /** Recalled once; then flown, with people taken off, left behind, handed over and brought back. */
    private void flownByLondon() {
        String flight = "JRO-2039-0001";
        flight(flight, "JRO", "2039-03-10");
        run(flight, 1, null, "RECALLED");
        run(flight, 2, "2039-03-10T09:00:00Z", "FLOWN");
        takenOff(flight, 1, "FR", "D_1", 5, "COURT");
        answer(flight, 1, "FR", "G0", "D_28", "STOP", "2039-01-20T09:00:00Z");
        boarding(flight, 2, "FR", 0, 10, 12, 1);
        boarding(flight, 2, "GB", 1, 6, 8, 0);
        boarding(flight, 2, "SE", 0, 3, 3, 0);
        database.sql("update participation set status = 'WITHDRAWN' where reference = ? and party = 'SE'")
                .param(flight)
                .update();
        handOver(flight, "FR", 8, 1);
        handOver(flight, "GB", 6, 0);
        landedBack(flight, "FR", 1, 0);
        takenOff(flight, 2, "FR", "D_1", 2, "COURT");
        takenOff(flight, 2, "FR", "STOPOVER", 1, "MEDICAL");
        leg(flight, 1, "2039-03-10T10:00:00Z");
        leg(flight, 2, "2039-03-10T18:00:00Z");
        leg(flight, 3, null);
        report(flight, "FR", "2039-03-20T09:00:00Z", "2039-03-18T09:00:00Z", "BEFORE_DEPARTURE,IN_FLIGHT");
        report(flight, "GB", "2039-03-20T09:00:00Z", "2039-03-25T09:00:00Z", "IN_FLIGHT");
        order(flight, 1, "FR", "COURT", true);
        // D-28 is the tenth of February, and ends in Paris at 23 hours UTC.
        answer(flight, 2, "FR", "G0", "D_28", "CONFIRMED", "2039-02-10T22:59:59Z");
        answer(flight, 2, "FR", "G1", "D_21", "CONFIRMED", "2039-02-18T09:00:00Z");
        answer(flight, 2, "FR", "G1", "D_21", "CONFIRMED", "2039-03-09T09:00:00Z");
        answer(flight, 2, "FR", "G2", "D_14", "CONFIRMED", "2039-02-24T23:00:00Z");
        answer(flight, 2, "FR", "G4", "BOARDING", "STOP", "2039-03-10T06:00:00Z");
        answer(flight, 2, "FR", "G4", "BOARDING", "CONFIRMED", "2039-03-10T08:30:00Z");
        answer(flight, 2, "FR", "G11", "LAST_CALL", "CONFIRMED", "2039-03-10T18:30:00Z");
        suspension(flight, 1, true);
        incident(flight, 1, "ORDINARY", "RAISED", "CATEGORY_1");
        incident(flight, 2, "EXCEPTIONAL", "RAISED", "CATEGORY_4");
        incident(flight, 3, "EXCEPTIONAL", "LAUNCHED", "CATEGORY_4");
        complaint(flight, 1, "RECEIVED");
    }

    private void turnedBack() {
        String flight = "NRO-2039-0002";
        flight(flight, "NRO", "2039-04-20");
        run(flight, 2, "2039-04-20T09:00:00Z", "ABORTED");
        boarding(flight, 2, "ES", 0, 4, 6, 0);
        landedBack(flight, "ES", 3, 1);
        leg(flight, 1, "2039-04-20T12:00:00Z");
        report(flight, "ES", "2027-01-01T09:00:00Z", null, null);
    }

    private void cancelled() {
        String flight = "CRO-2039-0003";
        flight(flight, "CRO", "2039-05-20");
        run(flight, 2, null, "RECALLED");
        database.sql("insert into cancellation values (?, ?, null, ?, 86400, ?)")
                .params(flight, SECRET, at("2039-05-19T09:00:00Z"), PERSON)
                .update();
        order(flight, 1, null, "ASYLUM", false);
        takenOff(flight, 2, "DE", "D_7", 2, "ASYLUM");
        answer(flight, 2, "DE", "G2", "D_7", "STOP", "2039-05-13T09:00:00Z");
        suspension(flight, 1, false);
        complaint(flight, 1, "CLOSED");
    }

    @Test
    void the_rows_of_the_file_add_up_to_the_figures_of_the_page_and_these_are_those_of_the_tables() throws Exception {
        Map<String, String> page = page("manager1", Locale.ENGLISH);
        List<CSVRecord> rows = csv("manager1");
        Map<String, Integer> sums =
                rows.stream().collect(groupingBy(row -> row.get(1), summingInt(row -> Integer.parseInt(row.get(4)))));

        Map<String, Integer> figures = new LinkedHashMap<>();
        page.forEach((key, row) -> figures.put(key, number(row)));
        assertThat(sums).isEqualTo(figures);
        BY_SQL.forEach((key, sql) -> assertThat(figures)
                .as(key)
                .containsEntry(key, database.sql(sql).query(Integer.class).single()));
        assertThat(figures).containsAllEntriesOf(BY_HAND);
        assertThat(BY_SQL.keySet().stream().filter(key -> figures.get(key) > 0))
                .as("nothing is compared with nothing")
                .hasSize(BY_SQL.size());
    }

    @Test
    void every_figure_leads_to_the_flights_behind_it() throws Exception {
        Map<String, String> page = page("rightsofficer1", Locale.ENGLISH);

        for (CSVRecord row : csv("rightsofficer1")) {
            String shown = page.get(row.get(1));
            if (row.get(3).isEmpty()) {
                assertThat(shown).doesNotContain("/flights/").contains(">0</td>");
            } else {
                assertThat(shown)
                        .contains("<a href=\"/flights/" + row.get(3) + "\">" + row.get(3) + ": " + row.get(4) + "</a>");
            }
        }
        assertThat(page.get("orders/cause/ASYLUM")).contains("CRO-2039-0003").doesNotContain("JRO-2039-0001");
    }

    @Test
    void the_document_has_the_same_figures_and_no_file_holds_a_text_or_a_name() throws Exception {
        byte[] file = read("executive1", "/reports/2039-H1.pdf", Locale.ENGLISH)
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString("returns-2039-H1.pdf")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        String document;
        try (PDDocument read = Loader.loadPDF(file)) {
            document = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
        assertThat(document)
                .contains("Half-yearly report 2039-H1", "Joint return operation 2 JRO-2039-0001: 1; JRO-2039-0004: 1")
                .contains("with a monitor 2 JRO-2039-0001: 2")
                .doesNotContain(SECRET, PERSON, "#");
        for (String address : List.of("/reports/2039-H1", "/reports/2039-H1.csv")) {
            read("auditor", address, Locale.ENGLISH)
                    .andExpect(content().string(not(containsString(SECRET))))
                    .andExpect(content().string(not(containsString(PERSON))));
        }
        assertThat(page("auditor", Locale.FRENCH).get("operations/fate/CANCELLED"))
                .contains("annulée", "CRO-2039-0003\u00a0: 1");
    }

    @Test
    void it_is_found_from_the_start_page_by_those_who_read_it_and_closed_to_others() throws Exception {
        for (String reader : List.of("manager1", "auditor", "rightsofficer1", "executive1")) {
            read(reader, "/", Locale.ENGLISH).andExpect(content().string(containsString("href=\"/reports\"")));
            read(reader, "/reports", Locale.ENGLISH).andExpect(redirectedUrl("/reports/2039-H2"));
            read(reader, "/reports/2039-H2", Locale.ENGLISH)
                    .andExpect(content().string(containsString("href=\"/reports/2038-H2\"")));
            read(reader, "/reports/2039-H3", Locale.ENGLISH).andExpect(status().isNotFound());
            read(reader, "/reports/no-such-thing.csv", Locale.ENGLISH).andExpect(status().isNotFound());
        }
        for (String other : List.of("frcoordinator", "fxfinance1", "frmonitor", "admin")) {
            read(other, "/", Locale.ENGLISH).andExpect(content().string(not(containsString("href=\"/reports\""))));
            for (String address : List.of(
                    "/reports", "/reports/2039-H1", "/reports/2039-H1.csv", "/reports/2039-H1.pdf", "/reports/x")) {
                read(other, address, Locale.ENGLISH).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void a_half_year_without_a_flight_has_figures_of_nothing() throws Exception {
        read("auditor", "/reports/2031-H2", Locale.ENGLISH)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Flights in this report: 0.")))
                .andExpect(content().string(not(containsString("/flights/"))));
    }

    private Map<String, String> page(String reader, Locale language) throws Exception {
        String html = read(reader, "/reports/2039-H1", language)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Map<String, String> rows = new LinkedHashMap<>();
        Matcher row = ROW.matcher(html);
        while (row.find()) {
            String before = rows.put(row.group(1), row.group(2));
            assertThat(before == null || number(before) == number(row.group(2)))
                    .as("a figure that stands in two tables is the same in both")
                    .isTrue();
        }
        return rows;
    }

    private List<CSVRecord> csv(String reader) throws Exception {
        String text = read(reader, "/reports/2039-H1.csv", Locale.ENGLISH)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("returns-2039-H1.csv")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        List<CSVRecord> rows =
                CSVFormat.EXCEL.parse(new StringReader(text.substring(1))).getRecords();
        assertThat(rows.get(0)).containsExactly("Half-year", "Figure", "What is counted", "Flight", "Count");
        return rows.subList(1, rows.size());
    }

    private static int number(String row) {
        Matcher number = NUMBER.matcher(row);
        assertThat(number.find()).as(row).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private ResultActions read(String reader, String address, Locale language) throws Exception {
        return web.perform(get(address).with(user(reader)).locale(language));
    }

    private void flight(String reference, String type, String day) {
        database.sql("""
                        insert into flight (reference, type, organiser, destination, departure, zone, real_date, capacity,
                            stage, stage_since, revision)
                        values (?, ?, 'FR', 'Nigeria', ?, 'Europe/Paris', ?, 200, 'CLOSED', ?, 0)
                        """)
                .params(reference, type, at(day + "T08:00:00Z"), LocalDate.parse(day), at("2039-01-01T09:00:00Z"))
                .update();
        for (String party : List.of("DE", "ES", "FR", "GB", "SE")) {
            database.sql("insert into participation (reference, party, status, since) values (?, ?, 'COMMITTED', ?)")
                    .params(reference, party, at("2039-01-01T09:00:00Z"))
                    .update();
        }
    }

    private void run(String reference, int run, String departed, String outcome) {
        database.sql("insert into operation_run (reference, run, opened, departed, outcome) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        reference, run, at("2039-01-01T09:00:00Z"), departed == null ? null : at(departed), outcome))
                .update();
    }

    private void boarding(String reference, int run, String party, int stop, int returnees, int escorts, int monitors) {
        database.sql("""
                        insert into boarding (reference, run, party, stop, returnees, escorts, medical, interpreters,
                            monitors, others, counted_by, at)
                        values (?, ?, ?, ?, ?, ?, 1, 0, ?, 0, ?, ?)
                        """)
                .params(reference, run, party, stop, returnees, escorts, monitors, PERSON, at("2039-03-10T08:00:00Z"))
                .update();
    }

    private void handOver(String reference, String party, int handedOver, int goingBack) {
        database.sql(
                        "insert into hand_over (reference, run, party, handed_over, going_back, reason, confirmed_by, at) values (?, 2, ?, ?, ?, ?, ?, ?)")
                .params(reference, party, handedOver, goingBack, SECRET, PERSON, at("2039-03-10T19:00:00Z"))
                .update();
    }

    private void landedBack(String reference, String party, int landed, int missing) {
        database.sql("insert into landed_back values (?, 2, ?, ?, ?, ?, ?, ?)")
                .params(reference, party, landed, missing, SECRET, PERSON, at("2039-03-11T09:00:00Z"))
                .update();
    }

    private void takenOff(String reference, int run, String party, String point, int persons, String cause) {
        database.sql("""
                        insert into taken_off (reference, run, party, point, stop, persons, cause, reason, said_by, at)
                        values (?, ?, ?, ?, 0, ?, ?, ?, ?, ?)
                        """)
                .params(reference, run, party, point, persons, cause, SECRET, PERSON, at("2039-03-09T09:00:00Z"))
                .update();
    }

    private void leg(String reference, int stop, String landed) {
        database.sql("insert into leg_time (reference, run, stop, expected, landed) values (?, 2, ?, ?, ?)")
                .params(Arrays.asList(reference, stop, at("2039-03-10T10:00:00Z"), landed == null ? null : at(landed)))
                .update();
    }

    private void report(String reference, String party, String due, String delivered, String covers) {
        boolean in = delivered != null;
        database.sql("""
                        insert into monitor_report (reference, party, asked, due, written, sha256, covers, force_seen,
                            restrained, delivered_by, delivered)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        reference,
                        party,
                        at("2027-01-01T09:00:00Z"),
                        at(due),
                        in ? LocalDate.parse("2039-03-12") : null,
                        in ? "0".repeat(64) : null,
                        covers,
                        in ? 0 : null,
                        in ? 0 : null,
                        in ? PERSON : null,
                        in ? at(delivered) : null))
                .update();
    }

    private void order(String reference, int number, String party, String cause, boolean lifted) {
        database.sql("""
                        insert into stop_order (reference, number, party, cause, reason, ordered_by, as_group, at, lifted_by,
                            lifted_at, view_of_it)
                        values (?, ?, ?, ?, ?, ?, 'FRlegal', ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        reference,
                        number,
                        party,
                        cause,
                        SECRET,
                        PERSON,
                        at("2039-03-09T09:00:00Z"),
                        lifted ? PERSON : null,
                        lifted ? at("2039-03-09T12:00:00Z") : null,
                        lifted ? SECRET : null))
                .update();
    }

    private void answer(
            String reference, int run, String party, String gate, String point, String verdict, String moment) {
        database.sql("""
                        insert into gate_answer (reference, run, party, gate, point, stop, verdict, reason, answered_by, at)
                        values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
                        """)
                .params(reference, run, party, gate, point, verdict, SECRET, PERSON, at(moment))
                .update();
    }

    private void suspension(String reference, int number, boolean resumed) {
        database.sql("insert into suspension (reference, number, at, suspended_by, resumed_at) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        reference,
                        number,
                        at("2039-03-01T09:00:00Z"),
                        PERSON,
                        resumed ? at("2039-03-02T09:00:00Z") : null))
                .update();
    }

    private void incident(String reference, int number, String channel, String state, String category) {
        database.sql("""
                        insert into serious_incident (reference, number, channel, reported_by, reported, reported_as, phase,
                            persons, report_text, state, category, assessed)
                        values (?, ?, ?, ?, ?, ?, 'IN_FLIGHT', 1, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        reference,
                        number,
                        channel,
                        channel.equals("ORDINARY") ? PERSON : null,
                        at("2039-03-10T12:00:00Z"),
                        category,
                        SECRET,
                        state,
                        category,
                        state.equals("RAISED") ? null : at("2039-03-12T12:00:00Z")))
                .update();
    }

    private void complaint(String reference, int number, String state) {
        database.sql("""
                        insert into complaint (reference, number, registered_by, registered, received, language, concerned,
                            filed_as, state)
                        values (?, ?, ?, ?, ?, 'ar', 'FR', 'EU-1', ?)
                        """)
                .params(reference, number, PERSON, at("2039-04-01T09:00:00Z"), LocalDate.parse("2039-04-01"), state)
                .update();
    }

    private static Timestamp at(String moment) {
        return Timestamp.from(Instant.parse(moment));
    }
}
