package org.jointflights.web.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Whoever signs can take the signed bytes away and work their hash out again. */
@ProcessTest
class SignedContentTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    ExampleSteps steps;

    @Autowired
    JdbcClient database;

    private OperationReference flight;

    /** France, the United Kingdom and Spain have accepted their shares, and version 1 lies before the signers. */
    @BeforeEach
    void version_one_is_frozen() {
        users.open();
        flight = new SomeFlights(users).sharing();
        steps.acceptShares(flight, Set.of());
        steps.ceilings(flight, Map.of(new Party("FR"), Money.euro(10_000_000)), party -> "FRONTEX");
    }

    @Test
    void the_file_has_the_hash_that_the_signing_form_shows() throws Exception {
        Object shown = users.shown(
                users.open("userTask_signDecisionForFrontex", flight).get(0), "hash");

        byte[] file = read("gblegal1", "/signed/" + shown + ".json")
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/json"))
                .andExpect(header().string("Content-Disposition", containsString(flight + "-version-1.json")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(shown);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("\"reference\":\"" + flight + "\"", "Charter CDG–STN–MAD–LOS–CDG");
    }

    static Stream<Path> signingForms() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms
                    .filter(form -> form.toString().endsWith(".form") && contains(form, "{{hash}}"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("signingForms")
    void every_form_that_asks_for_a_signature_leads_to_what_is_signed(Path form) {
        assertThat(contains(form, "(/signed/{{hash}}.json)")).isTrue();
    }

    @Test
    void those_to_whom_the_accounts_are_open_get_it_and_nobody_else() throws Exception {
        for (String reader : List.of(
                "frfinance1",
                "gbmonitor",
                "escoordinator",
                "fxfinance1",
                "rightsofficer1",
                "executive1",
                "manager1",
                "auditor")) {
            read(reader, "/signed/" + hash() + ".json").andExpect(status().isOk());
        }
        read("sefinance1", "/signed/" + hash() + ".json").andExpect(status().isForbidden());
        web.perform(get("/signed/" + hash() + ".json")).andExpect(status().isUnauthorized());
        for (String none : List.of("f".repeat(64), "x", "..")) {
            read("auditor", "/signed/" + none + ".json").andExpect(status().isNotFound());
        }
        read("gbfinance1", "/flights/" + flight + "/signatures")
                .andExpect(content().string(containsString("/signed/" + hash() + ".json")));
        read("sefinance1", "/flights/" + flight + "/signatures").andExpect(status().isForbidden());
    }

    @Test
    void the_statement_prints_the_hash_on_the_page_in_the_document_and_in_the_spreadsheet() throws Exception {
        read("gbfinance1", "/flights/" + flight + "/statement")
                .andExpect(content().string(containsString("href=\"/signed/" + hash() + ".json\"")))
                .andExpect(content().string(containsString("is being signed")));
        try (PDDocument document = Loader.loadPDF(bytes("/flights/" + flight + "/statement.pdf"))) {
            assertThat(new PDFTextStripper().getText(document)).contains(hash());
        }
        try (Workbook book =
                new XSSFWorkbook(new ByteArrayInputStream(bytes("/flights/" + flight + "/statement.xlsx")))) {
            assertThat(book.getSheet("Signed").getRow(3).getCell(1).getStringCellValue())
                    .isEqualTo(hash());
        }
        steps.signatures(flight);
        steps.goAndContract(flight, Money.euro(26_200_000));
        read("gbfinance1", "/flights/" + flight + "/statement")
                .andExpect(content().string(containsString("was signed by all on 1 Mar 2027")));
    }

    @Test
    void a_content_that_was_changed_is_neither_handed_out_nor_stated_but_the_flight_can_be_looked_at()
            throws Exception {
        String hash = hash();
        database.sql("update plan_version set content = replace(content, 'Nigeria', 'Nigerja') where reference = ?")
                .param(flight.value())
                .update();

        String sentence = "The content of version 1 of flight " + flight + " is not what was signed";
        for (String page : List.of(
                "/signed/" + hash + ".json",
                "/flights/" + flight + "/statement",
                "/flights/" + flight + "/statement.pdf",
                "/flights/" + flight + "/statement.xlsx")) {
            read("auditor", page)
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString(sentence)))
                    .andExpect(content().string(not(containsString("Nigerja"))));
        }
        read("auditor", "/flights/" + flight + "/signatures")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(sentence)));
    }

    private String hash() {
        return database.sql("select hash from plan_version where reference = ?")
                .param(flight.value())
                .query(String.class)
                .single();
    }

    private byte[] bytes(String path) throws Exception {
        return read("gbfinance1", path)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private ResultActions read(String reader, String path) throws Exception {
        return web.perform(get(path).with(user(reader)).locale(Locale.ENGLISH));
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
