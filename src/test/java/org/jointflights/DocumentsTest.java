package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The documents on security say what is: every class, test, setting and file that they name is there. */
class DocumentsTest {

    private static final Path ASVS = Path.of("docs", "asvs.md");
    private static final Path HOLES = Path.of("docs", "engine-holes.md");
    private static final Path SECURITY = Path.of("docs", "security.md");

    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("([A-Z]\\w+)\\.([a-z]\\w*_\\w+)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]\\w*");
    private static final Pattern VARIABLE = Pattern.compile("JOINTFLIGHTS_[A-Z0-9_]+");
    private static final Pattern SETTING = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern FILE = Pattern.compile("(docs/)?[\\w-]+\\.md");

    /** A row of the table: number, subject, state, where or why not, shown by. */
    private static final Pattern REQUIREMENT = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\|.*");

    /** Levels 1 and 2 of 5.0.0: section, and how many of its requirements; those of level 3 come last in each section. */
    private static final String SECTIONS = """
            1.1:2 1.2:9 1.3:11 1.4:3 1.5:2  2.1:3 2.2:3 2.3:4 2.4:1  3.2:2 3.3:4 3.4:6 3.5:5 3.7:2
            4.1:3 4.2:1 4.3:2 4.4:4  5.1:1 5.2:3 5.3:2 5.4:3  6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4
            7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2  8.1:2 8.2:3 8.3:1 8.4:1  9.1:3 9.2:4
            10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3  11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
            12.1:3 12.2:2 12.3:4  13.1:1 13.2:5 13.3:2 13.4:5  14.1:2 14.2:4 14.3:3  15.1:3 15.2:3 15.3:7
            16.1:1 16.2:5 16.3:4 16.4:3 16.5:3  17.1:1 17.2:4 17.3:2
            """;

    private static final Map<String, Path> SOURCES = sources();
    private static final Set<String> SETTINGS = settings();
    private static final String POM = read(Path.of("pom.xml"));

    @Test
    void whatever_the_documents_name_is_there() {
        for (Path document : List.of(ASVS, HOLES, SECURITY)) {
            List<String> named = named(read(document));

            assertThat(named).as(document.toString()).hasSizeGreaterThan(20);
            assertThat(named.stream().filter(name -> !exists(name)).distinct())
                    .as(document.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SignInTest.nobody_has_written_this",
                "NoSuchTest.anonymous_gets_nothing",
                "SignInPage.anonymous_gets_nothing",
                "NoSuchClass",
                "camunda.bpm.no-such-key",
                "no-such.version",
                "JOINTFLIGHTS_NOTHING",
                "docs/nothing.md",
                "what fits no kind"
            })
    void what_is_not_there_is_found(String name) {
        assertThat(exists(name)).isFalse();
    }

    @Test
    void the_limits_that_are_written_down_are_those_of_the_code() {
        assertThat(read(SECURITY)).contains("eight hours", "30 in ten minutes", "2 MB", "0 to 500", "1,000 characters");
        String settings = read(Path.of("src", "main", "resources", "application.yaml"));
        assertThat(settings).contains("timeout: 8h", "wrong-passwords-per-address: 30");
        assertThat(code("web/signin/PlainRequestFilter")).contains("DataSize.ofMegabytes(2)");
        assertThat(code("domain/Seats")).contains("MOST = 500");
        assertThat(code("application/input/TypedFields")).contains("LONGEST_TEXT = 1000");
        for (String service : List.of("application/costs/KeepBudget", "application/settlement/EnterClaims")) {
            assertThat(code(service)).contains("MOST_UNITS = 1_000_000_000", " = 500;");
        }
        assertThat(code("process/costs/CostSharingProcess")).contains("MOST_ROUNDS = 3");
    }

    private static String code(String name) {
        return read(Path.of("src/main/java/org/jointflights", name + ".java"));
    }

    @Test
    void each_requirement_stands_once_in_its_order() {
        assertThat(requirements().stream().map(cells -> cells.get(1))).containsExactlyElementsOf(wanted());
    }

    @Test
    void what_is_met_is_shown_by_a_test_and_what_is_not_says_why() {
        for (List<String> cells : requirements()) {
            String number = cells.get(1);
            boolean met = cells.get(3).equals("met");
            boolean shown = cells.size() > 5
                    && named(cells.get(5)).stream()
                            .anyMatch(name -> TEST.matcher(name).matches());

            assertThat(cells.get(3)).as(number).isIn("met", "not applicable", "**not met**");
            assertThat(cells.get(4)).as(number).isNotBlank();
            assertThat(shown).as(number + " is shown by a test").isEqualTo(met);
        }
    }

    @Test
    void the_counts_are_those_of_the_rows() {
        Map<String, Map<String, Long>> counts = requirements().stream()
                .collect(Collectors.groupingBy(
                        cells -> cells.get(1).substring(0, cells.get(1).indexOf('.')),
                        TreeMap::new,
                        Collectors.groupingBy(cells -> cells.get(3), Collectors.counting())));
        String text = read(ASVS);

        assertThat(text)
                .contains("**%d requirements: %d met, %d not applicable, %d not met.**"
                        .formatted(
                                requirements().size(),
                                sum(counts, "met"),
                                sum(counts, "not applicable"),
                                sum(counts, "**not met**")));
        counts.forEach((chapter, states) -> assertThat(text)
                .containsPattern("\\| \\[%s [^|]+ \\| %d \\| %d \\| %d \\|"
                        .formatted(
                                chapter,
                                states.getOrDefault("met", 0L),
                                states.getOrDefault("not applicable", 0L),
                                states.getOrDefault("**not met**", 0L))));
    }

    @Test
    void the_versions_that_are_raised_are_those_of_the_pom() {
        List<String> rows = read(HOLES)
                .lines()
                .filter(line -> line.matches("\\| `[a-z0-9-]+\\.version` \\|.*"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(3).allSatisfy(row -> {
            List<String> cells = cells(row);
            String property = named(cells.get(1)).get(0);
            assertThat(POM).contains("<%s>%s</%s>".formatted(property, cells.get(2), property));
        });
    }

    @Test
    void the_build_writes_down_what_the_package_is_made_of() {
        assertThat(POM)
                .containsPattern("(?s)<artifactId>cyclonedx-maven-plugin</artifactId>.*"
                        + "<phase>package</phase>\\s*<goals>\\s*<goal>makeBom</goal>")
                .as("everything comes from Maven Central")
                .doesNotContain("<repository>", "<pluginRepository>");
    }

    private static long sum(Map<String, Map<String, Long>> counts, String state) {
        return counts.values().stream()
                .mapToLong(states -> states.getOrDefault(state, 0L))
                .sum();
    }

    private static List<List<String>> requirements() {
        return read(ASVS)
                .lines()
                .filter(line -> REQUIREMENT.matcher(line).matches())
                .map(DocumentsTest::cells)
                .toList();
    }

    /** What stands between the bars; the first is empty. */
    private static List<String> cells(String row) {
        return Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    }

    private static List<String> wanted() {
        List<String> numbers = new ArrayList<>();
        for (String section : SECTIONS.strip().split("\\s+", -1)) {
            String[] parts = section.split(":", -1);
            IntStream.rangeClosed(1, Integer.parseInt(parts[1])).forEach(last -> numbers.add(parts[0] + "." + last));
        }
        return numbers;
    }

    private static List<String> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static boolean exists(String name) {
        Matcher test = TEST.matcher(name);
        if (test.matches()) {
            Path source = SOURCES.get(test.group(1));
            return source != null
                    && source.startsWith(Path.of("src", "test"))
                    && read(source).contains("void " + test.group(2) + "(");
        }
        if (CLASS.matcher(name).matches()) {
            return SOURCES.containsKey(name);
        }
        if (VARIABLE.matcher(name).matches()) {
            return Stream.of("postgres", "oidc")
                    .map(profile -> read(Path.of("src/main/resources/application-" + profile + ".yaml")))
                    .anyMatch(settings -> settings.contains("${" + name + ":"));
        }
        if (FILE.matcher(name).matches()) {
            return Files.exists(Path.of(name));
        }
        return SETTING.matcher(name).matches() && (SETTINGS.contains(name) || POM.contains("<" + name + ">"));
    }

    /** By the simple name; no two types have one. */
    private static Map<String, Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> settings() {
        Set<String> keys = new HashSet<>();
        for (String file : List.of("application.yaml", "application-postgres.yaml", "application-example.yaml")) {
            YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
            yaml.setResources(new ClassPathResource(file));
            yaml.getObject().keySet().forEach(key -> keys.add(key.toString()));
        }
        return keys;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
