package org.jointflights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What somebody typed to be run is shown as it was typed, wherever a flight is shown outside Tasklist. */
@ProcessTest
class TypedTextTest {

    private static final String TYPED = "=1+1 <script>alert(1)</script> [[${7*7}]] <!-- &amp; %s {0}";
    private static final String IN_HTML =
            "=1+1 &lt;script&gt;alert(1)&lt;/script&gt; [[${7*7}]] &lt;!-- &amp;amp; %s {0}";

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    private OperationReference flight;

    @BeforeEach
    void a_flight_with_such_a_destination_a_carrier_and_a_cost_item() {
        users.open();
        flight = new SomeFlights(users).sharingCalled(TYPED);
    }

    @Test
    void our_pages_show_it() throws Exception {
        for (String path : new String[] {
            "/flights/" + flight,
            "/flights/" + flight + "/print",
            "/flights/" + flight + "/statement",
            "/what-if?flight=" + flight
        }) {
            assertThat(page(path)).as(path).contains(IN_HTML).doesNotContain("<script>alert", "49]]");
        }
    }

    @Test
    void the_document_shows_it() throws Exception {
        byte[] file = file("/flights/" + flight + "/statement.pdf");

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(TYPED);
            assertThat(document.getDocumentCatalog().getNames())
                    .as("no script, no attachment")
                    .isNull();
            assertThat(document.getPage(0).getAnnotations()).as("no link").isEmpty();
        }
    }

    @Test
    void the_spreadsheet_shows_it_and_runs_the_formulas_of_the_product_alone() throws Exception {
        byte[] file = file("/flights/" + flight + "/statement.xlsx");

        int shown = 0;
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().contains(TYPED)
                                && sheet.getSheetName().equals("Proposal")) {
                            shown++;
                        }
                        if (cell.getCellType() == CellType.FORMULA) {
                            assertThat(cell.getCellFormula()).doesNotContain("1+1", "alert");
                        }
                    }
                }
            }
        }
        // In each of three rows the item and the reason.
        assertThat(shown).isEqualTo(6);
    }

    private String page(String path) throws Exception {
        return new String(file(path), StandardCharsets.UTF_8);
    }

    private byte[] file(String path) throws Exception {
        return web.perform(get(path).with(user("frfinance1")).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
