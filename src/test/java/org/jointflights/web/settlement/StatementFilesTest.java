package org.jointflights.web.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.jointflights.web.settlement.spreadsheet.RecalculatedBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProcessTest
class StatementFilesTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    private SomeFlights some;

    @BeforeEach
    void open() {
        users.open();
        some = new SomeFlights(users);
    }

    @Test
    void the_spreadsheet_of_a_flight_works_out_its_shares() throws Exception {
        OperationReference flight = some.sharing();

        byte[] file = read("gbfinance1", "/flights/" + flight + "/statement.xlsx")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(flight + "-statement.xlsx")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (RecalculatedBook book = new RecalculatedBook(file)) {
            // 262,000.00 by 24 : 14 : 22 returnees of Spain, France and the United Kingdom.
            assertThat(book.cents("Proposal", "O4")).isEqualTo(104_800_00L);
            assertThat(book.cents("Proposal", "O5")).isEqualTo(61_133_33L);
            assertThat(book.cents("Proposal", "O6")).isEqualTo(96_066_67L);
            assertThat(book.everythingAgrees()).isTrue();
            assertThat(book.has("Shares")).as("nothing is posted").isFalse();
            book.requireSameInEveryCell();
        }
    }

    @Test
    void the_document_reads_as_the_page_does() throws Exception {
        OperationReference flight = some.sharing();
        for (String party : new String[] {"es", "fr", "gb"}) {
            users.as(party + "finance1").completes("userTask_acceptShare", flight, Map.of("answer", "ACCEPT"));
        }
        users.runJobs(flight);

        byte[] file = read("gbfinance1", "/flights/" + flight + "/statement.pdf")
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        Files.createDirectories(Path.of("target/pictures"));
        Files.write(Path.of("target/pictures/statement.pdf"), file);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(flight.value(), "France", "United Kingdom", "61,133.33 EUR", "96,066.67 EUR");
        }
        byte[] french = web.perform(get("/flights/" + flight + "/statement.pdf")
                        .with(user("frfinance1"))
                        .locale(Locale.FRENCH))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(french)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Royaume-Uni")
                    .containsPattern("61\\h133,33\\hEUR")
                    .doesNotContain("#");
        }
    }

    /** Finding 8 of “Money to the end”: for those who have it read to them, and for those who look for a chapter. */
    @Test
    void the_document_is_tagged_and_its_chapters_are_bookmarks() throws Exception {
        String path = "/flights/" + some.sharing() + "/statement.pdf";
        byte[] file = read("gbfinance1", path).andReturn().getResponse().getContentAsByteArray();

        try (PDDocument document = Loader.loadPDF(file)) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid:part");
            assertThat(catalog.getDocumentOutline().children())
                    .extracting(PDOutlineItem::getTitle)
                    .contains("By party", "Claims", "Postings, each with its reason", "Transfers");
            assertThat(new PDFTextStripper().getText(document))
                    .as("a few pages need no table of contents")
                    .doesNotContain("Contents");
        }
    }

    /** Finding 8 of “Money to the end”: empty tables, and “all postings add up to zero” over none. */
    @Test
    void what_is_not_settled_yet_says_so_instead_of_showing_empty_tables() throws Exception {
        String path = "/flights/" + some.sharing() + "/statement";

        String page = read("gbfinance1", path).andReturn().getResponse().getContentAsString();
        assertThat(page)
                .contains(
                        "No cost has been claimed yet.",
                        "Nothing has been posted yet.",
                        "Nobody has signed or objected yet.")
                .contains(
                        "Planned shares, before any grant",
                        "on which not all have agreed",
                        "262,000.00 EUR × 22/60",
                        "ranks 1: it gets one.")
                .doesNotContain("add up to zero")
                .doesNotContainPattern("<tbody>\\s*</tbody>");
        byte[] file =
                read("gbfinance1", path + ".pdf").andReturn().getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Nothing has been posted yet.", "Planned shares, before any grant")
                    .doesNotContain("add up to zero");
        }
    }

    @Test
    void only_those_whom_the_accounts_concern_get_them() throws Exception {
        OperationReference flight = some.sharing();

        for (String ending : new String[] {"xlsx", "pdf"}) {
            read("sefinance1", "/flights/" + flight + "/statement." + ending).andExpect(status().isForbidden());
            read("auditor", "/flights/" + flight + "/statement." + ending).andExpect(status().isOk());
            read("auditor", "/flights/JRO-1999-0001/statement." + ending).andExpect(status().isNotFound());
        }
        read("gbfinance1", "/flights/" + flight + "/costs")
                .andExpect(content().string(containsString("/flights/" + flight + "/statement.xlsx")));
    }

    @Test
    void without_a_split_there_is_no_spreadsheet() throws Exception {
        OperationReference flight = some.answered();

        read("gbfinance1", "/flights/" + flight + "/statement.xlsx")
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("have not been shared yet")));
    }

    private ResultActions read(String reader, String path) throws Exception {
        return web.perform(get(path).with(user(reader)).locale(Locale.ENGLISH));
    }
}
