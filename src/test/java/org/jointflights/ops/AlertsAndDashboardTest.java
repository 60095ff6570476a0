package org.jointflights.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jointflights.process.TasklistUsers;
import org.jointflights.security.HttpUser;
import org.jointflights.security.OverHttp;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A dashboard or an alert that asks for a figure which nobody gives stays silent for ever: whatever they ask for is there. */
@OverHttp
class AlertsAndDashboardTest {

    private static final Path ALERTS = Path.of("ops", "alerts.yml");
    private static final Path DASHBOARD = Path.of("ops", "grafana-dashboard.json");

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern RANGE = Pattern.compile("\\[[0-9a-z]+]");
    private static final Pattern GROUPING = Pattern.compile("\\bby\\s*\\(([^)]*)\\)");
    private static final Pattern MATCHERS = Pattern.compile("([a-z_]+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z_0-9]*(?!\\w|\\s*\\()");

    /** What Prometheus itself says of whom it asks. */
    private static final Set<String> ITS_OWN_LABELS = Set.of("job", "instance");

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int healthPort;

    @Autowired
    private TasklistUsers users;

    @BeforeEach
    void somebody_has_worked() {
        users.open();
        new SomeFlights(users).answered();
        HttpUser.signedIn(port, "frcoordinator").get("/flights");
    }

    @Test
    void every_figure_and_label_that_they_ask_for_is_given() throws IOException {
        Map<String, Set<String>> given = Scrape.of(new HttpUser(healthPort, "en")
                        .get("/actuator/prometheus")
                        .body())
                .names();
        List<String> questions = new ArrayList<>(dashboard());
        rules().forEach(rule -> questions.add(String.valueOf(rule.get("expr"))));

        assertThat(questions).hasSizeGreaterThan(20);
        Set<String> asked = new HashSet<>();
        for (String question : questions) {
            assertThat(missing(question, given)).as(question).isEmpty();
            asked.addAll(names(question));
        }
        assertThat(given.keySet().stream().filter(name -> name.matches("jointflights_(flights|waits|jobs|notices).*")))
                .as("figures of ours that nobody looks at")
                .isSubsetOf(asked);
    }

    @Test
    void what_is_not_given_is_found() {
        Map<String, Set<String>> given = Map.of("there_total", Set.of("stage"));

        assertThat(missing("max by (stage) (there_total{stage=\"a\"}) > 0", given))
                .isEmpty();
        assertThat(missing("sum(rate(not_there_total[5m])) > 0", given)).containsExactly("not_there_total");
        assertThat(missing("there_total{phase=\"a\"}", given)).containsExactly("phase");
        assertThat(missing("sum by (le, stage) (there_total)", given)).containsExactly("le");
    }

    @Test
    void every_alert_says_what_is_wrong_and_what_to_do() throws IOException {
        List<Map<String, Object>> rules = rules();

        assertThat(rules).hasSizeGreaterThan(5);
        for (Map<String, Object> rule : rules) {
            Map<?, ?> said = (Map<?, ?>) rule.get("annotations");
            for (String what : List.of("summary", "action")) {
                assertThat(String.valueOf(said.get(what)))
                        .as("%s of %s", what, rule.get("alert"))
                        .matches("[A-Z{][^\\n]{20,}\\.");
            }
            assertThat(rule).containsKeys("for");
            assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("page", "ticket");
        }
    }

    @Test
    void every_picture_of_the_dashboard_says_what_it_shows() throws IOException {
        JsonNode panels = new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels");

        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).endsWith(".");
        });
    }

    private static List<String> missing(String question, Map<String, Set<String>> given) {
        List<String> missing = new ArrayList<>();
        Set<String> labels = new HashSet<>(ITS_OWN_LABELS);
        for (String name : names(question)) {
            if (given.containsKey(name)) {
                labels.addAll(given.get(name));
            } else if (!name.equals("up")) {
                missing.add(name);
            }
        }
        String bare = TEXT.matcher(question).replaceAll("\"\"");
        List<String> used = new ArrayList<>();
        MATCHERS.matcher(bare)
                .results()
                .flatMap(found -> LABEL.matcher(found.group(2)).results())
                .forEach(label -> used.add(label.group(1)));
        GROUPING.matcher(bare)
                .results()
                .forEach(found -> used.addAll(List.of(found.group(1).split("\\s*,\\s*", -1))));
        used.stream().filter(label -> !labels.contains(label)).forEach(missing::add);
        return missing;
    }

    /** What is left of a question without texts, labels, spans of time and functions. */
    private static List<String> names(String question) {
        String bare = TEXT.matcher(question).replaceAll("\"\"");
        bare = RANGE.matcher(bare).replaceAll("");
        bare = MATCHERS.matcher(bare).replaceAll("$1");
        bare = GROUPING.matcher(bare).replaceAll("(");
        bare = bare.replaceAll("\\b(sum|max|min|avg|count)\\b", "");
        return NAME.matcher(bare).results().map(MatchResult::group).distinct().toList();
    }

    private static List<String> dashboard() throws IOException {
        List<String> questions = new ArrayList<>();
        new ObjectMapper()
                .readTree(DASHBOARD.toFile())
                .findParents("expr")
                .forEach(target -> questions.add(target.get("expr").asText()));
        return questions;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(ALERTS));
        List<Map<String, Object>> groups = (List<Map<String, Object>>) file.get("groups");
        return groups.stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }
}
