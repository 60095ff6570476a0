package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One task, read by two colleagues of one group: each in their language, both the same figures. */
@OverHttp
class ReadersLanguageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    private String task = "";
    private HttpUser english;
    private HttpUser french;

    @BeforeEach
    void the_united_kingdom_is_asked() {
        users.open();
        task = users.as("gbcoordinator")
                .open("userTask_answerOffer", new SomeFlights(users).proposed())
                .getId();
        english = HttpUser.signedIn(port, "gbcoordinator");
        french = new HttpUser(port, "fr");
        french.signIn("gbcoordinator", PASSWORD);
        french.get("/camunda/app/tasklist/default/");
    }

    @Test
    void the_form_and_what_it_shows() {
        String form = "/task/" + task + "/deployed-form";
        assertThat(of(english, form)).contains("Does your state take part?").doesNotContain("participe");
        assertThat(of(french, form)).contains("Votre État participe-t-il").doesNotContain("take part");

        String shown = "/task/" + task + "/form-variables?variableNames=partyName,replyByText,flightSummary";
        assertThat(of(english, shown)).contains("United Kingdom", "Monday 15 March 2027, 18:00");
        assertThat(of(french, shown))
                .contains("Royaume-Uni", "lundi 15 mars 2027, 18:00")
                .doesNotContain("Monday");

        String head = "/task/" + task + "/form-variables?variableNames=whenAndWhatIf";
        assertThat(of(english, head))
                .contains("**By when:** 15 Mar 2027, 18:00", "**If nobody answers:** Then the offer closes")
                .contains("you are reminded");
        assertThat(of(french, head))
                .contains("15 mars 2027, 18:00", "Alors l’offre se ferme")
                .doesNotContain("Then", "Mar ");
    }

    @Test
    void the_form_that_starts_a_flight() {
        String form = "/process-definition/" + model("jointFlight") + "/deployed-start-form";

        assertThat(of(english, form)).contains("Organising state");
        assertThat(of(french, form)).contains("État organisateur").doesNotContain("Organising state");
    }

    @Test
    void the_names_of_the_task_of_its_lists_and_of_what_stands_on_the_drawing() {
        assertThat(of(english, "/task/" + task)).contains("\"name\":\"Answer the offer\"");
        assertThat(of(french, "/task/" + task)).contains("\"name\":\"Répondre à l’offre\"");

        assertThat(of(english, "/filter?resourceType=Task&firstResult=0&maxResults=50"))
                .contains("To claim: ", "Overdue: ", "My tasks", "\"Flight\"");
        assertThat(of(french, "/filter?resourceType=Task&firstResult=0&maxResults=50"))
                .contains("À prendre", "En retard", "Mes tâches", "\"Vol\"", "Tâches que j’ai prises")
                .doesNotContain("To claim", "Overdue", "My tasks", "\"Flight\"");

        assertThat(of(english, "/identity/groups?userId=gbcoordinator")).contains("United Kingdom, coordinator");
        assertThat(of(french, "/identity/groups?userId=gbcoordinator")).contains("Royaume-Uni, coordinateur");

        String drawing = "/process-definition/" + model("stateParticipation") + "/xml";
        assertThat(of(english, drawing)).contains("State reminded").doesNotContain("État prévenu");
        assertThat(of(french, drawing))
                .contains("État prévenu", "boundaryEvent_reminder")
                .doesNotContain("State reminded");
    }

    /** German and Polish are languages of a state's report, and of nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "pl"})
    void whose_browser_speaks_a_language_of_reports_only_reads_everything_in_english(String language) {
        HttpUser other = new HttpUser(port, language);
        other.signIn("gbcoordinator", PASSWORD);
        other.get("/camunda/app/tasklist/default/");
        for (String path : List.of(
                "/task/" + task,
                "/task/" + task + "/deployed-form",
                "/task/" + task + "/form-variables",
                "/process-definition/" + model("jointFlight") + "/deployed-start-form")) {
            assertThat(of(other, path)).as(path).isEqualTo(of(english, path));
        }
        HttpUser reader = new HttpUser(port, language);
        reader.signIn("gbfinance1", PASSWORD);
        String year = reader.get("/years/2027/GB").body();
        assertThat(year)
                .contains("lang=\"en\"", "joint return flights of 2027", "Flights belong to the year")
                .doesNotContain("Flüge", "Loty");
        assertThat(reader.get("/years/2027").body())
                .contains("Accounts of 2027", ">Funds</h2>")
                .doesNotContain("Fonds", "Fundusz");
    }

    private String model(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static String of(HttpUser reader, String path) {
        return reader.get(ENGINE + path).body();
    }
}
