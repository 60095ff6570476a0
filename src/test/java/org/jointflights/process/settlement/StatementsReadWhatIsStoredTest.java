package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.application.costs.Split;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.money.Money;
import org.jointflights.web.settlement.spreadsheet.RecalculatedBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The statement, on the page, in the spreadsheet, in the document and as data, says what is stored. Nothing in it compares
 * the engine with itself.
 */
class StatementsReadWhatIsStoredTest extends SettlementCase {

    /** 10 : 14 : 13 heads of 100,000.01 euro: 27,027.03, 37,837.84 and 35,135.14. */
    private static final Map<Party, Seats> COMMITTED = Map.of(FR, seats(10, 0), GB, seats(14, 0), ES, seats(13, 0));

    private static final String BRITISH = "37,837.84 EUR";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    private OperationReference flight;

    @BeforeEach
    void three_states_agreed_on_a_split() {
        flight = flight(FR, COMMITTED);
        agreed(flight, COMMITTED, List.of(charter(10_000_001)));
        used(flight, COMMITTED);
    }

    private static CostItem charter(long cents) {
        return common(1, CostCategory.CHARTER, cents, FR, Set.of(FR, GB, ES), Key.PER_SEAT);
    }

    @Test
    void one_posting_that_was_changed_is_read_everywhere_and_differs_from_its_formula() throws Exception {
        posted();
        Shares before = shares("Shares");
        assertThat(before.heading).isEqualTo("As posted");
        assertThat(before.of("GB").stored).isEqualTo(37_837.84);
        assertThat(before.of("GB").agrees).isTrue();
        assertThat(before.all).isEqualTo("agrees");
        assertThat(everythingAgrees()).isTrue();
        assertThat(page()).contains(BRITISH, "add up to zero").doesNotContain("37,840.00 EUR");

        // 37,840.00 instead of 37,837.84, behind the application.
        assertThat(database.sql("""
                        update posting set amount_minor = -3784000
                        where reference = ? and kind = 'SHARE' and party = 'GB' and reverses is null
                        """).param(flight.value()).update()).isEqualTo(1);

        assertThat(page())
                .contains("37,840.00 EUR", "These postings do not add up to zero")
                .doesNotContain("All postings of each fund");
        assertThat(document()).contains("37,840.00 EUR", "These postings do not add up to zero");
        JsonNode json = json();
        assertThat(json.get("addsUpToZero").asBoolean()).isFalse();
        assertThat(json.get("shares").toString())
                .contains("\"party\":\"GB\",\"postedMinor\":3784000")
                .contains("\"party\":\"ES\",\"postedMinor\":3513514");
        assertThat(json.get("postings").toString()).contains("\"amountMinor\":-3784000");
        Shares after = shares("Shares");
        assertThat(after.of("GB").formula).isEqualTo(37_837.84);
        assertThat(after.of("GB").stored).isEqualTo(37_840.00);
        assertThat(after.of("GB").agrees).isFalse();
        assertThat(after.of("ES").agrees).isTrue();
        assertThat(after.all).isEqualTo("differs");
        assertThat(everythingAgrees()).isFalse();
        assertThat(redWhere("Shares")).isEqualTo("NOT($S4)");
    }

    @Test
    void a_newer_split_that_is_not_accepted_changes_nothing_that_is_posted_or_was_agreed() throws Exception {
        posted();
        String page = page();
        String json = json().toString();
        propose(2, 99_900_000);

        assertThat(page()).isEqualTo(page).doesNotContain("999,000");
        assertThat(json().toString()).isEqualTo(json);
        assertThat(document()).contains(BRITISH).doesNotContain("378,000.00 EUR");
        Shares posted = shares("Shares");
        assertThat(posted.heading).isEqualTo("As posted");
        assertThat(posted.of("GB").stored).isEqualTo(37_837.84);
        assertThat(posted.of("GB").agrees).isTrue();
        Shares plan = shares("Plan");
        assertThat(plan.heading).isEqualTo("Planned, not yet posted");
        assertThat(plan.of("GB").stored).isEqualTo(37_837.84);
        assertThat(sheets()).doesNotContain("Proposal");
    }

    @Test
    void before_anything_is_posted_the_column_says_so_and_a_newer_proposal_stands_apart() throws Exception {
        Shares planned = shares("Plan");
        assertThat(planned.heading).isEqualTo("Planned, not yet posted");
        assertThat(planned.explanation).startsWith("Nothing has been posted yet.");
        assertThat(planned.of("GB").stored).isEqualTo(37_837.84);
        assertThat(planned.all).isEqualTo("agrees");

        propose(2, 99_900_000);
        assertThat(sheets()).as("nothing is posted").doesNotContain("Shares", "Accounts");
        assertThat(shares("Plan").of("GB").stored).isEqualTo(37_837.84);
        Shares proposed = shares("Proposal");
        assertThat(proposed.heading).isEqualTo("Proposed, not yet posted");
        assertThat(proposed.of("GB").stored).isEqualTo(378_000.00);
        assertThat(page()).contains(BRITISH).doesNotContain("378,000.00");
    }

    @Test
    void a_planned_share_that_was_changed_is_read_as_it_is_stored_and_differs_from_its_formula() throws Exception {
        database.sql("update share set cents = cents - 1 where reference = ? and party = 'GB'")
                .param(flight.value())
                .update();

        Shares planned = shares("Plan");
        assertThat(planned.of("GB").formula).isEqualTo(37_837.84);
        assertThat(planned.of("GB").stored).isEqualTo(37_837.83);
        assertThat(planned.of("GB").agrees).isFalse();
        assertThat(planned.all).isEqualTo("differs");
        assertThat(everythingAgrees()).isFalse();
        assertThat(page()).contains("37,837.83 EUR");
        assertThat(document()).contains("37,837.83 EUR");

        database.sql("delete from share where reference = ? and party = 'GB'")
                .param(flight.value())
                .update();
        assertThat(shares("Plan").of("GB").agrees).isFalse();
        assertThat(everythingAgrees()).isFalse();
    }

    @Test
    void what_the_final_posting_carried_does_not_count_as_a_difference() throws Exception {
        Map<Party, Seats> thirds = Map.of(FR, seats(10, 0), GB, seats(10, 0), ES, seats(10, 0));
        List<OperationReference> flights = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            flight = flight(FR, thirds);
            agreed(flight, thirds, List.of(charter(10_000_001)));
            used(flight, thirds);
            posted();
            everybodySigns(flight);
            flights.add(flight);
        }

        boolean carried = false;
        for (OperationReference each : flights) {
            flight = each;
            Shares shares = shares("Shares");
            assertThat(shares.all).as(each.value()).isEqualTo("agrees");
            assertThat(everythingAgrees()).isTrue();
            carried |= shares.lines.stream().anyMatch(line -> line.formula != line.stored);
        }
        assertThat(carried)
                .as("of three flights of thirds a cent goes elsewhere")
                .isTrue();
    }

    /** The accounts are computed from one claim of the whole charter; no fund pays any of it. */
    private void posted() {
        start(flight, FR);
        claims(flight, FR, "1", "100,000.01", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        assertThat(postings.of(flight)).isNotEmpty();
    }

    /** Another split is put before the parties and lies there unanswered. */
    private void propose(int number, long cents) {
        CostInput agreed = splits.current(flight).orElseThrow().input();
        splits.add(split(flight, number, Split.Status.OPEN, agreed.with(List.of(charter(cents)))));
        assertThat(splits.current(flight).orElseThrow().total()).isEqualTo(Money.euro(cents));
    }

    private record Line(String party, double formula, double stored, boolean agrees) {}

    private record Shares(String heading, String explanation, String all, List<Line> lines) {

        Line of(String party) {
            return lines.stream()
                    .filter(line -> line.party.equals(party))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Shares shares(String name) throws Exception {
        try (Workbook book = spreadsheet()) {
            Sheet sheet = book.getSheet(name);
            List<Line> lines = new ArrayList<>();
            for (int i = 3; i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                lines.add(new Line(
                        row.getCell(5).getStringCellValue(),
                        row.getCell(14).getNumericCellValue(),
                        switch (row.getCell(17).getCellType()) {
                            case NUMERIC -> row.getCell(17).getNumericCellValue();
                            default -> Double.NaN;
                        },
                        row.getCell(18).getBooleanCellValue()));
            }
            return new Shares(
                    sheet.getRow(2).getCell(17).getStringCellValue(),
                    sheet.getRow(1).getCell(0).getStringCellValue(),
                    sheet.getRow(0).getCell(18).getStringCellValue(),
                    lines);
        }
    }

    /** What the last line of the totals says, as it was written and as another program works it out. */
    private boolean everythingAgrees() throws Exception {
        try (RecalculatedBook book = new RecalculatedBook(read("/flights/" + flight + "/statement.xlsx"))) {
            book.requireSameInEveryCell();
            return book.everythingAgrees();
        }
    }

    private String redWhere(String name) throws Exception {
        try (Workbook book = spreadsheet()) {
            return book.getSheet(name)
                    .getSheetConditionalFormatting()
                    .getConditionalFormattingAt(0)
                    .getRule(0)
                    .getFormula1();
        }
    }

    private List<String> sheets() throws Exception {
        try (Workbook book = spreadsheet()) {
            List<String> names = new ArrayList<>();
            book.forEach(sheet -> names.add(sheet.getSheetName()));
            return names;
        }
    }

    private Workbook spreadsheet() throws Exception {
        Workbook book = new XSSFWorkbook(new ByteArrayInputStream(read("/flights/" + flight + "/statement.xlsx")));
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return book;
    }

    private String page() throws Exception {
        String page = new String(read("/flights/" + flight + "/statement"), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<main"));
    }

    private String document() throws Exception {
        try (PDDocument document = Loader.loadPDF(read("/flights/" + flight + "/statement.pdf"))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(read("/api/flights/" + flight + "/statement"));
    }

    private byte[] read(String path) throws Exception {
        return web.perform(get(path).with(user("auditor")).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
