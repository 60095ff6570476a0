package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleSteps.Line;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A flight was closed half a year ago and another is still open when the engine's history is cleaned at night. */
class HistoryCleanupTest extends FlightCase {

    private static final Money CHARTER = Money.euro(10_000_000);
    private static final List<Line> BUDGET = List.of(common("CHARTER", 10_000_000, FR, "PER_SEAT"));
    private static final Map<Party, Seats> SEATS =
            Map.of(FR, new Seats(10, 12, 1, 1, 1, 0), GB, new Seats(5, 8, 0, 0, 0, 0));
    private static final Duration KEPT = Duration.ofDays(180);
    private static final List<String> READERS = List.of("auditor", "frfinance1", "gbcoordinator");

    @Autowired
    ManagementService jobs;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Autowired
    SignedVersions versions;

    @Autowired
    VerifySignatures signatures;

    @Autowired
    VerifyTrail trail;

    private final Map<OperationReference, String> roots = new HashMap<>();

    private OperationReference closed;

    @Test
    void what_a_closed_flight_shows_is_the_same_after_its_history_has_gone_and_an_open_one_keeps_its_own()
            throws Exception {
        Map<String, Long> leftByOthers = leftForEver();
        closed = closed();
        Instant end = clock.instant();
        OperationReference open = new SomeFlights(users).sharing();

        clock.set(end.plus(KEPT).minus(Duration.ofHours(1)));
        clean();
        Map<String, Long> kept = history(closed);
        assertThat(kept)
                .as("before its time has come")
                .containsKeys(
                        "ACT_HI_ACTINST",
                        "ACT_HI_DECINST",
                        "ACT_HI_OP_LOG",
                        "ACT_HI_PROCINST",
                        "ACT_HI_TASKINST",
                        "ACT_HI_VARINST");
        assertThat(page(closed, "auditor"))
                .doesNotContain("no longer kept")
                .contains("Certificate: ", "Comments on tasks: 1", "Regulation (EU) 2019/1896, Article 91(2)")
                .doesNotContain("Asked the ministry", "before it is erased");

        clock.set(end.plus(KEPT).plus(Duration.ofHours(1)));
        Map<String, String> before = texts();
        Map<String, Long> ofTheOpenOne = history(open);
        List<String> faults = faults();
        clean();

        assertThat(history(closed)).isEmpty();
        assertThat(history(open)).isNotEmpty().isEqualTo(ofTheOpenOne);
        assertThat(page(closed, "auditor")).contains("no longer kept, so that the picture is of the newest one");
        texts().forEach((what, text) -> assertThat(text).as(what).isEqualTo(before.get(what)));
        assertThat(faults()).isEqualTo(faults);
        assertThat(trail.run(List.of()).faults()).isEmpty();
        assertThat(leftForEver()).isEqualTo(leftByOthers);
        users.as("gbfinance1").completes("userTask_acceptShare", open, Map.of("answer", "ACCEPT"));
    }

    @Test
    void it_is_cleaned_in_the_night_and_at_no_other_time() {
        List<Job> cleaning = cleaning();

        assertThat(cleaning).hasSize(1);
        LocalDateTime begins =
                LocalDateTime.ofInstant(cleaning.get(0).getDuedate().toInstant(), ZoneId.systemDefault());
        assertThat(begins.toLocalTime()).hasToString("01:00");
    }

    @Test
    void where_it_has_failed_an_administrator_reads_so_and_has_it_done_again() throws Exception {
        Job cleaning = cleaning().get(0);
        jobs.setJobRetries(cleaning.getId(), 0);
        try {
            assertThat(text("/admin/system", "admin"))
                    .contains(
                            "Clean the engine&#39;s history",
                            "Try again: Clean the engine&#39;s history, of no flight");
        } finally {
            web.perform(post("/admin/system/retry")
                            .param("step", cleaning.getId())
                            .with(user("admin"))
                            .with(csrf()))
                    .andExpect(status().isOk());
        }
        assertThat(text("/admin/system", "admin")).doesNotContain("Clean the engine");
    }

    @Test
    void the_engine_counts_nothing_for_nobody() {
        new SomeFlights(users).answered();

        assertThat(database.sql("select count(*) from ACT_RU_TASK_METER_LOG")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** What other tests have left is none of this one's business, unless it changes. */
    private List<String> faults() {
        return signatures.run().faults().stream().map(Object::toString).toList();
    }

    private OperationReference closed() {
        on("2026-01-07T09:00:00Z");
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2026-05-20 09:30", 200, "GB");
        Task answer = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("gbcoordinator").does(() -> tasks.createComment(answer.getId(), null, "Asked the ministry"));
        on("2026-01-20T09:00:00Z");
        SEATS.forEach((party, seats) -> steps.takesPart(flight, party, seats, party.equals(FR) ? "CDG" : "STN", "LOS"));
        on("2026-01-28T09:00:00Z");
        steps.plan(flight, "Carrier", CHARTER, 200, "CGLPL");
        steps.budget(flight, BUDGET);
        steps.acceptShares(flight, Set.of());
        steps.ceilings(
                flight, Map.of(FR, CHARTER, GB, Money.euro(0)), party -> party.equals(FR) ? "FRONTEX" : "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        passGates(flight, 28, 1);
        boardingOpens(flight);
        steps.fly(flight, SEATS);
        on("2026-07-16T09:00:00Z");
        everybodyClaims(flight, BUDGET);
        certifies(flight, Map.of(), eligible());
        settles(flight);
        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
        return flight;
    }

    /** As a node does it that finds the step due. */
    private void clean() {
        history.cleanUpHistoryAsync(true);
        for (Job job : cleaning()) {
            for (int run = 0; run < 100 && isAtWork(job); run++) {
                jobs.executeJob(job.getId());
            }
        }
    }

    /** It is done again at once for as long as there was much to remove, and else an hour later or in the next night. */
    private boolean isAtWork(Job job) {
        Job now = jobs.createJobQuery().jobId(job.getId()).singleResult();
        return !now.getDuedate().toInstant().isAfter(clock.instant());
    }

    private List<Job> cleaning() {
        return history.findHistoryCleanupJobs();
    }

    /** How many rows of which of the engine's tables are about the flight's past. */
    private Map<String, Long> history(OperationReference flight) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables("ROOT_PROC_INST_ID_")) {
            long count = database.sql("select count(*) from " + table + " where ROOT_PROC_INST_ID_ = ?")
                    .param(root(flight))
                    .query(Long.class)
                    .single();
            if (count > 0) {
                rows.put(table, count);
            }
        }
        return rows;
    }

    /** What is told of the past of no running flight and has no day on which it goes, by table; models are no past. */
    private Map<String, Long> leftForEver() {
        List<String> ofFlights = tables("ROOT_PROC_INST_ID_");
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables("REMOVAL_TIME_")) {
            String sql = "select count(*) from " + table + " where REMOVAL_TIME_ is null";
            if (ofFlights.contains(table)) {
                sql +=
                        " and (ROOT_PROC_INST_ID_ is null or ROOT_PROC_INST_ID_ not in (select ID_ from ACT_RU_EXECUTION))";
            }
            if (table.equals("ACT_GE_BYTEARRAY")) {
                sql += " and DEPLOYMENT_ID_ is null";
            }
            long count = database.sql(sql).query(Long.class).single();
            if (count > 0) {
                rows.put(table, count);
            }
        }
        return rows;
    }

    private List<String> tables(String column) {
        return database.sql("""
                        select table_name from information_schema.columns
                        where column_name = ? and (table_name like 'ACT_HI_%' or table_name = 'ACT_GE_BYTEARRAY')
                        order by 1
                        """).param(column).query(String.class).list();
    }

    private String root(OperationReference flight) {
        return roots.computeIfAbsent(
                flight,
                reference -> database.sql(
                                "select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and ROOT_PROC_INST_ID_ = ID_")
                        .param(reference.value())
                        .query(String.class)
                        .single());
    }

    /** All that is shown of the closed flight, to each reader. */
    private Map<String, String> texts() throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (String reader : READERS) {
            texts.put(
                    reader + " page", page(closed, reader).replaceAll("<p class=\"hint\">Which version[^<]*</p>", ""));
            for (String path : List.of(
                    "/flights/" + closed + "/statement",
                    "/api/flights/" + closed,
                    "/api/flights/" + closed + "/statement",
                    "/flights.csv?text=" + closed,
                    "/flights?text=" + closed)) {
                texts.put(reader + " " + path, withoutTokens(text(path, reader)));
            }
            texts.put(reader + " PDF", document(reader));
            texts.put(reader + " XLSX", cells(reader));
        }
        texts.put("trail", text("/trail.csv", "auditor"));
        for (StoredVersion version : versions.of(closed)) {
            texts.put("version " + version.number(), text("/signed/" + version.hash() + ".json", "auditor"));
        }
        return texts;
    }

    private String page(OperationReference flight, String reader) throws Exception {
        return withoutTokens(text("/flights/" + flight + "/print", reader));
    }

    private String document(String reader) throws Exception {
        byte[] file = asked("/flights/" + closed + "/statement.pdf", reader).getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String cells(String reader) throws Exception {
        StringBuilder cells = new StringBuilder();
        byte[] file = asked("/flights/" + closed + "/statement.xlsx", reader).getContentAsByteArray();
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.forEach(sheet ->
                    sheet.forEach(row -> row.forEach(cell -> cells.append(cell).append('\n'))));
        }
        return cells.toString();
    }

    private String text(String path, String reader) throws Exception {
        return asked(path, reader).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse asked(String path, String reader) throws Exception {
        MockHttpServletResponse answer = web.perform(
                        get(path).with(user(reader)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer;
    }

    /** A page's token is another each time. */
    private static String withoutTokens(String page) {
        return page.replaceAll("(name=\"csrf\" content|name=\"_csrf\" value)=\"[^\"]*\"", "");
    }
}
