package org.jointflights.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.annual.FundUse;
import org.jointflights.domain.annual.StateLanguage;
import org.jointflights.domain.annual.StateYear;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.web.document.PagePdf;
import org.jointflights.web.settlement.StatementWording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The report on a state's year is whole in each language that it is written in, and its letters are all in the font. */
class StateReportTest {

    private static final Path TEXTS = Path.of("src/main/resources/messages/report");
    private static final Path TEMPLATE = Path.of("src/main/resources/templates/state-year.html");
    private static final Path STATES = Path.of("src/main/resources/data/state-languages.csv");
    private static final Pattern GAP = Pattern.compile("\\{[0-9]}");

    /** Names that are the same in every language. */
    private static final Set<String> NAMES = Set.of("settlement.fund.FRONTEX");

    /** All states that have a line, by their codes. */
    static Stream<String> states() throws IOException {
        return Files.readAllLines(STATES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, 2));
    }

    /** One state for each language that no page speaks. */
    static Stream<Party> translated() throws IOException {
        Set<String> languages = new TreeSet<>();
        return states().map(Party::new)
                .filter(state ->
                        !Set.of("en", "fr").contains(StateLanguage.of(state).getLanguage()))
                .filter(state -> languages.add(StateLanguage.of(state).getLanguage()));
    }

    @Test
    void each_language_of_a_state_has_its_texts_and_no_other_language_has() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("state-year.properties"),
                                    translated()
                                            .map(StateLanguage::of)
                                            .map(Locale::getLanguage)
                                            .map("state-year_%s.properties"::formatted))
                            .toList());
        }
        assertThat(read("state-year.properties"))
                .as("else the pages would say it")
                .isEmpty();
        assertThat(states()).isSorted().doesNotHaveDuplicates().allMatch(code -> new Party(code).isListed());
        assertThat(StateLanguage.of(new Party("AL"))).isEqualTo(Locale.ENGLISH);
        assertThat(StateLanguage.of(new Party("LU"))).isEqualTo(Locale.FRENCH);
    }

    @ParameterizedTest
    @MethodSource("translated")
    void a_language_has_every_text_of_the_report_with_the_gaps_of_the_english_one_and_no_other(Party state)
            throws IOException {
        Properties texts = read("state-year_" + StateLanguage.of(state).getLanguage() + ".properties");

        assertThat(texts.stringPropertyNames()).isEqualTo(keys());
        int same = 0;
        for (String key : keys()) {
            String english = english(key);
            String text = texts.getProperty(key);
            assertThat(gaps(text)).as(key).isEqualTo(gaps(english));
            assertThat(text).as("%s: an apostrophe is ’", key).isNotBlank().doesNotContain("'");
            if (!NAMES.contains(key)) {
                assertThat(Sentence.of(key, "a", "b", "c", "d").in(StateLanguage.of(state)))
                        .isEqualTo(fill(text));
                // A sentence that reads the same was not translated; a word may be.
                assertThat(english)
                        .as(key)
                        .satisfiesAnyOf(
                                word -> assertThat(word).doesNotContain(" "),
                                sentence -> assertThat(text).isNotEqualTo(sentence));
                same += text.equals(english) ? 1 : 0;
            }
        }
        assertThat(same).as("words that read the same").isLessThan(5);
    }

    @ParameterizedTest
    @MethodSource("translated")
    void what_is_printed_has_every_word_and_every_letter_in_the_states_language_alone(Party state) throws IOException {
        Locale language = StateLanguage.of(state);
        Properties texts = read("state-year_" + language.getLanguage() + ".properties");
        try (PDDocument document = Loader.loadPDF(printed(state, 1))) {
            String text = new PDFTextStripper().getText(document);

            assertThat(text).as("letters that the font has not").doesNotContain("#", "\ufffd");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.toLanguageTag());
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(Sentence.of("annual.report.heading", state.name(language), 2027)
                            .in(language));
            assertThat(text).contains(state.name(language)).doesNotContainPattern("(?m)^“");
            for (String key : keys()) {
                if (!key.equals("web.contents")) {
                    assertThat(text).as(key).contains(words(texts.getProperty(key)));
                }
                if (english(key).contains(" ")) {
                    assertThat(text).as(key).doesNotContain(english(key));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 20.05.2027, '1.234.567,89', Deutschland: gemeinsame Rückführungsflüge 2027",
        "CH, 20.05.2027, '1’234’567.89', Schweiz: gemeinsame Rückführungsflüge 2027",
        "AT, 20.05.2027, '1 234 567,89', Österreich: gemeinsame Rückführungsflüge 2027",
        "PL, 20 maj 2027, '1 234 567,89', Polska: wspólne loty powrotowe w roku 2027",
        "GR, 20 Μαΐ 2027, '1.234.567,89', Ελλάδα: κοινές πτήσεις επιστροφής του 2027",
        "BG, 20.05.2027 г., '1 234 567,89', България: съвместни полети за връщане през 2027 г.",
        "HU, 2027. máj. 20., '1 234 567,89', 'Magyarország: közös visszatérési járatok, 2027'",
        "LU, 20 mai 2027, '1 234 567,89', Luxembourg : vols de retour conjoints de 2027",
        "IE, 20 May 2027, '1,234,567.89', Ireland: joint return flights of 2027"
    })
    void dates_and_figures_are_written_as_the_state_writes_them(
            String state, String date, String figure, String heading) throws IOException {
        assertThat(text(printed(new Party(state), 1))).contains(heading, date, figure);
    }

    @Test
    void a_long_report_begins_with_its_contents() throws IOException {
        assertThat(text(printed(new Party("GR"), 18)))
                .containsPattern("Περιεχόμενα Πτήσεις ?[. ]+1 Ταμεία ?[. ]+[6-9] Μια πτήση");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    /** What the printed report names: all that its template does but what is for the screen, each column, fund and stage. */
    private static Set<String> keys() throws IOException {
        String printed = Files.readString(TEMPLATE)
                .replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("(?s)<p [^>]*th:if=\"\\$\\{onScreen}\".*?</p>", "");
        Set<String> keys = Pattern.compile("#\\{([\\w.]+)")
                .matcher(printed)
                .results()
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
        Stream.of(Stage.values()).map(stage -> stage.words().code()).forEach(keys::add);
        Stream.of(Fund.values())
                .filter(fund -> fund != Fund.NATIONAL)
                .map(fund -> "settlement.fund." + fund)
                .forEach(keys::add);
        keys.add("web.contents");
        return keys;
    }

    /** With a flight at each stage, over and over, and a line for each fund. */
    private static byte[] printed(Party state, int times) throws IOException {
        Locale language = StateLanguage.of(state);
        Money much = Money.euro(123_456_789);
        List<StateYear.OfFlight> flights = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (int i = 0; i < times; i++) {
                flights.add(new StateYear.OfFlight(
                        new OperationReference("XX-2027-%03d".formatted(flights.size() + 1)),
                        LocalDate.of(2027, 5, 20),
                        "Lagos",
                        stage,
                        stage == Stage.CLOSED,
                        10,
                        much,
                        much,
                        much,
                        much));
            }
        }
        List<FundUse> funds = Stream.of(Fund.values())
                .filter(fund -> fund != Fund.NATIONAL)
                .map(fund -> FundUse.none(fund, state).with(much))
                .toList();
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(files);
        templates.setTemplateEngineMessageSource(Texts.messageSource());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PagePdf(templates)
                .write(
                        "state-year",
                        Sentence.of("annual.report.heading", state.name(language), 2027)
                                .in(language),
                        Map.of(
                                "report", new StateYear(2027, state, flights, funds),
                                "onScreen", false,
                                "words",
                                        new StatementWording(language, ZoneOffset.UTC, name -> {
                                            throw new AssertionError(name);
                                        })),
                        language,
                        out);
        Files.createDirectories(Path.of("target/pictures"));
        Files.write(Path.of("target/pictures/year-" + state + "-" + times + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }

    private static String english(String key) throws IOException {
        Properties texts = new Properties();
        String topic = key.replaceFirst("[.].*", "");
        try (Reader reader = Files.newBufferedReader(TEXTS.resolveSibling(topic + ".properties"))) {
            texts.load(reader);
        }
        return texts.getProperty(key);
    }

    private static String fill(String text) {
        return text.replace("{0}", "a").replace("{1}", "b").replace("{2}", "c").replace("{3}", "d");
    }

    /** Cells are broken into lines, each beside those of its neighbours. */
    private static String[] words(String text) {
        return Pattern.compile("[\\s\u00a0]+|" + GAP.pattern())
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
