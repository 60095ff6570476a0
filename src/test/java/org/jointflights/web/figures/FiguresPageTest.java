package org.jointflights.web.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.persistence.figures.GeneratedOperations;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

/** The figures as their readers see and take them; the flights are rolled back after each test. */
@ProcessTest
@Transactional
class FiguresPageTest {

    private static final String OURS = "?from=2041-01-01&to=2042-12-31";

    private static final Pattern ROW = Pattern.compile("<tr data-figure=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("<td class=\"number\">(?:<strong>)?([^<]*)<");
    private static final Pattern FLIGHT = Pattern.compile("<th scope=\"row\"><a href=\"/flights/([^\"]+)\">");

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    DataSource database;

    @BeforeEach
    void flights() {
        users.open();
        new GeneratedOperations(7, 60, 2041).insert(database);
    }

    @Test
    void both_files_have_the_figures_of_the_page_in_either_language() throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            List<String> page = values(text("/figures" + OURS, language), language);
            List<CSVRecord> file = csv("/figures.csv" + OURS, language);
            List<String> csv =
                    file.stream().map(row -> row.get(0) + " " + row.get(3)).toList();
            List<String> xlsx = new ArrayList<>();
            try (XSSFWorkbook book = xlsx("/figures.xlsx" + OURS, language)) {
                Sheet sheet = book.getSheetAt(0);
                for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                    xlsx.add(sheet.getRow(row).getCell(0) + " "
                            + plain(sheet.getRow(row).getCell(3)));
                }
            }

            assertThat(page).hasSizeGreaterThanOrEqualTo(Indicator.values().length);
            assertThat(csv.stream().map(FiguresPageTest::shortened)).isEqualTo(page);
            assertThat(xlsx.stream().map(FiguresPageTest::shortened)).isEqualTo(page);
            assertThat(file).allSatisfy(row -> assertThat(row.get(12)).endsWith("."));
            assertThat(json(language))
                    .isEqualTo(file.stream().map(FiguresPageTest::told).toList());
        }
    }

    /** Figure, words, currency, value, above, below, flights, how many are left out, and the definition. */
    private static List<String> told(CSVRecord row) {
        return List.of(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8),
                row.get(12));
    }

    /** The same of the JSON; a figure without a value has a row in the CSV. */
    private List<List<String>> json(Locale language) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode figure : new ObjectMapper().readTree(text("/figures.json" + OURS, language))) {
            List<JsonNode> values = new ArrayList<>();
            figure.path("values").forEach(values::add);
            if (values.isEmpty()) {
                values.add(new ObjectMapper()
                        .createObjectNode()
                        .put("above", "0")
                        .put("below", "0")
                        .put("flights", 0));
            }
            for (JsonNode value : values) {
                rows.add(List.of(
                        figure.path("figure").asText(),
                        figure.path("words").asText(),
                        value.path("currency").asText("").replace("null", ""),
                        value.path("value").asText("").replace("null", ""),
                        value.path("above").asText(),
                        value.path("below").asText(),
                        value.path("flights").asText(),
                        figure.path("leftOut").asText(),
                        figure.path("definition").asText()));
            }
        }
        return rows;
    }

    @Test
    void what_flights_add_comes_to_each_figure_and_a_workbook_works_it_out_itself() throws Exception {
        List<CSVRecord> all = csv("/figures.csv" + OURS, Locale.ENGLISH);
        for (CSVRecord figure : all) {
            String address = "/figures/" + figure.get(0);
            List<CSVRecord> flights = csv(address + ".csv" + OURS, Locale.ENGLISH).stream()
                    .filter(row -> row.get(9).isEmpty() && row.get(6).equals(figure.get(2)))
                    .toList();

            assertThat(sum(flights, 7)).as(address).isEqualTo(figure.get(5));
            assertThat(sum(flights, 8)).as(address).isEqualTo(figure.get(6));
            assertThat(flights.stream().map(row -> row.get(0)).distinct())
                    .as(address)
                    .hasSize(Integer.parseInt(figure.get(7)));
            assertThat(flightsOn(text(address + OURS, Locale.ENGLISH)))
                    .as(address)
                    .containsAll(flights.stream().map(row -> row.get(0)).toList());
            assertThat(additions(address + ".json" + OURS))
                    .as(address)
                    .isEqualTo(csv(address + ".csv" + OURS, Locale.ENGLISH).stream()
                            .map(row -> row.stream().toList())
                            .toList());
        }
        for (Indicator indicator : Indicator.values()) {
            try (XSSFWorkbook book = xlsx("/figures/" + indicator.address() + ".xlsx" + OURS, Locale.FRENCH)) {
                FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
                List<String> stored = all.stream()
                        .filter(row -> row.get(0).equals(indicator.address())
                                && !row.get(3).isEmpty())
                        .map(row -> shortened(row.get(3)))
                        .toList();
                List<String> workedOut = new ArrayList<>();
                for (Row row : book.getSheetAt(0)) {
                    Cell cell = row.getCell(4);
                    if (cell != null && cell.getCellType() == CellType.FORMULA) {
                        workedOut.add(shortened(
                                BigDecimal.valueOf(evaluator.evaluate(cell).getNumberValue())
                                        .toPlainString()));
                        assertThat(shortened(plain(cell))).isEqualTo(workedOut.get(workedOut.size() - 1));
                    }
                }
                assertThat(workedOut).as(indicator.address()).isEqualTo(stored).isNotEmpty();
            }
        }
    }

    /** What each flight adds and who is not counted, by the JSON, as rows of the CSV. */
    private List<List<String>> additions(String address) throws Exception {
        JsonNode figure = new ObjectMapper().readTree(text(address, Locale.ENGLISH));
        assertThat(figure.path("total").path("figure").asText())
                .isEqualTo(address.replaceFirst("^/figures/(.*)\\.json.*", "$1"));
        List<List<String>> rows = new ArrayList<>();
        figure.path("additions")
                .forEach(one -> rows.add(List.of(
                        one.path("flight").asText(),
                        one.path("day").asText(),
                        one.path("destination").asText(),
                        one.path("organiser").asText(),
                        orEmpty(one.path("party")),
                        orEmpty(one.path("aspectWords")),
                        orEmpty(one.path("currency")),
                        one.path("above").asText(),
                        one.path("below").asText(),
                        "")));
        figure.path("notCounted")
                .forEach(one -> rows.add(List.of(
                        one.path("flight").asText(),
                        one.path("day").asText(),
                        one.path("destination").asText(),
                        one.path("organiser").asText(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        one.path("words").asText())));
        return rows;
    }

    private static String orEmpty(JsonNode text) {
        return text.isNull() ? "" : text.asText();
    }

    @Test
    void definitions_stand_beside_the_figures_and_released_operations_are_said_to_be_of_another_source()
            throws Exception {
        String page = text("/figures" + OURS, Locale.ENGLISH);
        for (Indicator indicator : Indicator.values()) {
            assertThat(page)
                    .contains(escaped(indicator.definition().in(Locale.ENGLISH)))
                    .contains("href=\"/figures/" + indicator.address() + "?from=2041-01-01&amp;to=2042-12-31\"");
        }
        assertThat(page).contains("background from another source: 0 operations");
        assertThat(text("/figures?to=2024-12-31", Locale.ENGLISH))
                .contains(
                        "background from another source: 2,861 operations",
                        "from 2,808 operations; 53 do not say",
                        "Released operations: 3,838.80 EUR")
                .doesNotContain("0/0", "NaN");
        assertThat(text("/figures/cost-per-person?from=2017-01-01&to=2017-12-31", Locale.FRENCH))
                .contains("Coût par personne remise", "Frontex a payé");
    }

    @Test
    void a_period_without_flights_is_told_as_such() throws Exception {
        assertThat(text("/figures?from=2051-01-01&to=2051-01-31", Locale.ENGLISH))
                .contains("There are no flights of these days", "nothing to count")
                .doesNotContain("0/0", "href=\"/flights/");
        assertThat(text("/figures/fill-rate?from=2051-01-01&to=2051-01-31", Locale.FRENCH))
                .contains("rien à compter");
    }

    @Test
    void what_nobody_can_mean_is_refused_in_a_sentence() throws Exception {
        Map<String, String> refusals = Map.of(
                "destination=Atlantis", "Destination cannot be “Atlantis”: no flight goes there.",
                "from=2027-02-30", "Departure from cannot be “2027-02-30”.",
                "from=1800-01-01", "choose a day from 1 Jan 2000",
                "from=2042-01-01&to=2041-01-01", "Choose a later day.",
                "organiser=UK", "UK",
                "destination=%00", "Destination");
        for (Map.Entry<String, String> refusal : refusals.entrySet()) {
            for (String page : List.of("/figures", "/figures/fill-rate")) {
                read("manager1", page + "?" + refusal.getKey(), Locale.ENGLISH)
                        .andExpect(status().isBadRequest())
                        .andExpect(content().string(containsString("role=\"alert\"")))
                        .andExpect(content().string(containsString(refusal.getValue())));
                for (String file : List.of(".csv", ".json", ".xlsx")) {
                    read("manager1", page + file + "?" + refusal.getKey(), Locale.ENGLISH)
                            .andExpect(status().isBadRequest());
                }
            }
        }
        for (String unknown : List.of(
                "/figures/luck",
                "/figures/FILL_RATE",
                "/figures/luck.csv",
                "/figures/luck.json",
                "/figures/luck.xlsx")) {
            read("manager1", unknown, Locale.ENGLISH).andExpect(status().isNotFound());
        }
    }

    @Test
    void they_are_open_to_those_who_watch_over_all_flights_and_to_nobody_else() throws Exception {
        for (String reader : List.of("manager1", "auditor", "rightsofficer1", "executive1")) {
            read(reader, "/", Locale.ENGLISH).andExpect(content().string(containsString("href=\"/figures\"")));
            read(reader, "/figures/days-waiting" + OURS, Locale.ENGLISH).andExpect(status().isOk());
        }
        for (String other : List.of("frcoordinator", "fxfinance1", "fxcoordinator", "frmonitor", "admin")) {
            read(other, "/", Locale.ENGLISH).andExpect(content().string(not(containsString("href=\"/figures\""))));
            for (String address : List.of(
                    "/figures",
                    "/figures?destination=Atlantis",
                    "/figures.csv",
                    "/figures.json",
                    "/figures.xlsx",
                    "/figures/fill-rate",
                    "/figures/fill-rate.csv",
                    "/figures/fill-rate.json",
                    "/api/figures",
                    "/api/figures/fill-rate",
                    "/figures/fill-rate.xlsx",
                    "/figures/luck")) {
                read(other, address, Locale.ENGLISH).andExpect(status().isForbidden());
            }
        }
    }

    /** Each figure of the page with its number alone, as programs write it. */
    private static List<String> values(String html, Locale language) {
        List<String> values = new ArrayList<>();
        Matcher row = ROW.matcher(html);
        while (row.find()) {
            Matcher value = VALUE.matcher(row.group(2));
            assertThat(value.find()).as(row.group(2)).isTrue();
            String number = language.equals(Locale.FRENCH)
                    ? value.group(1).replaceAll("[^0-9,-]", "").replace(',', '.')
                    : value.group(1).replaceAll("[^0-9.-]", "");
            values.add(shortened(row.group(1) + " " + number));
        }
        return values;
    }

    /** 12.50 and 12.5 are the same number. */
    private static String shortened(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }

    private static String plain(Cell cell) {
        return cell.getCellType() == CellType.STRING
                ? cell.getStringCellValue()
                : BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString();
    }

    private static String sum(List<CSVRecord> rows, int column) {
        return rows.stream()
                .map(row -> new BigInteger(row.get(column)))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .toString();
    }

    private static List<String> flightsOn(String html) {
        return FLIGHT.matcher(html).results().map(found -> found.group(1)).toList();
    }

    private static String escaped(String text) {
        return text.replace("'", "&#39;");
    }

    private String text(String address, Locale language) throws Exception {
        return read("manager1", address, language)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private List<CSVRecord> csv(String address, Locale language) throws Exception {
        String file = text(address, language);
        List<CSVRecord> rows =
                CSVFormat.EXCEL.parse(new StringReader(file.substring(1))).getRecords();
        return rows.subList(1, rows.size());
    }

    private XSSFWorkbook xlsx(String address, Locale language) throws Exception {
        byte[] file = read("auditor", address, language)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(".xlsx")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private ResultActions read(String reader, String address, Locale language) throws Exception {
        return web.perform(get(URI.create(address)).with(user(reader)).locale(language));
    }
}
