package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine is known in {@code process} only, in words too: imports are held by {@link ArchitectureTest}, names in sources,
 * SQL, templates and scripts here. Whoever wants another engine, or another model, changes one package.
 */
class EngineNamesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/jointflights");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path MODELS = Path.of("bpmn");

    /** The name of the product, of its tables, and of anything that is drawn in a model. */
    private static final List<Pattern> NAMES = List.of(
            Pattern.compile("camunda", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\bact_", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(userTask|serviceTask|businessRuleTask|callActivity|subProcess|startEvent|endEvent|boundaryEvent"
                            + "|event|gateway|message|error)_[a-z]\\w*"),
            processIds());

    /** Where such a name may stand all the same, and why. */
    private static final Map<Path, Allowed> ALLOWED = Map.of(
            SOURCES.resolve("application/people/Role.java"),
            new Allowed(
                    "the group of the administrators as every database has it and the page of people calls it",
                    "camunda"),
            SOURCES.resolve("application/people/ReservedNames.java"),
            new Allowed("a person of that name would be taken for the machine", "camunda"),
            SOURCES.resolve("web/signin/EnginePages.java"),
            new Allowed("where Tasklist and Cockpit are, to which pages lead people", "camunda"));

    private record Allowed(String reason, String name) {}

    private record Found(Path file, int line, String name) {}

    @Test
    void the_engine_is_named_in_process_only_and_where_people_meet_it() throws IOException {
        List<Found> found = found();
        assertThat(found)
                .filteredOn(name -> !isAllowed(name))
                .as("names of the engine outside of process")
                .isEmpty();
        assertThat(found)
                .extracting(Found::file)
                .as("files that need their permission still")
                .containsAll(ALLOWED.keySet());
    }

    @Test
    void sources_sql_templates_and_scripts_are_all_read() throws IOException {
        Set<String> read = files().stream()
                .map(file -> file.toString().replaceAll(".*\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read).containsExactly("css", "html", "java", "js", "sql");
        assertThat(files())
                .contains(
                        SOURCES.resolve("StartGuard.java"),
                        SOURCES.resolve("application/costs/SplitCosts.java"),
                        SOURCES.resolve("domain/Sentence.java"),
                        SOURCES.resolve("persistence/trail/JdbcTrailEntries.java"),
                        SOURCES.resolve("web/overview/FlightPage.java"),
                        RESOURCES.resolve("db/migration/V1__flight.sql"),
                        RESOURCES.resolve("templates/layout.html"),
                        RESOURCES.resolve("static/door.js"))
                .noneMatch(file -> file.startsWith(SOURCES.resolve("process")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_name_of_the_engine_is_recognised(String line, boolean named) {
        assertThat(NAMES.stream().anyMatch(name -> name.matcher(line).find())).isEqualTo(named);
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments("from ACT_RU_TASK t", true),
                arguments("select to_regclass('act_id_user')", true),
                arguments("String TASK = \"userTask_signPlan\";", true),
                arguments("\"gateway_approved\"", true),
                arguments("th:href=\"@{/camunda/app/tasklist/default/}\"", true),
                arguments("defaultValue = \"jointFlight\"", true),
                arguments("${process == 'settlement'}", true),
                arguments("import org.jointflights.domain.settlement.Claim;", false),
                arguments("exact_amount integer not null", false),
                arguments("private final OperationWorkflow operation;", false));
    }

    private static boolean isAllowed(Found found) {
        Allowed allowed = ALLOWED.get(found.file());
        return allowed != null && allowed.name().equalsIgnoreCase(found.name());
    }

    private static List<Found> found() throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                for (Pattern name : NAMES) {
                    Matcher here = name.matcher(lines.get(i));
                    while (here.find()) {
                        found.add(new Found(file, i + 1, here.group()));
                    }
                }
            }
        }
        return found;
    }

    /** Ours alone: what is brought in whole under {@code vendor} names what it likes. */
    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(
                SOURCES, RESOURCES.resolve("db"), RESOURCES.resolve("templates"), RESOURCES.resolve("static"))) {
            try (Stream<Path> under = Files.walk(folder)) {
                under.filter(file -> file.toString().matches(".*\\.(java|sql|html|js|css)"))
                        .filter(file -> !file.startsWith(SOURCES.resolve("process")))
                        .filter(file -> !file.startsWith(RESOURCES.resolve("static/vendor")))
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Some are words of the field as well: only as a text of their own do they name a process. */
    private static Pattern processIds() {
        try (Stream<Path> models = Files.list(MODELS)) {
            return Pattern.compile(models.map(file -> file.getFileName().toString())
                    .map(file -> file.replaceAll("\\..*", ""))
                    .sorted()
                    .collect(Collectors.joining("|", "[\"'](", ")[\"']")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
