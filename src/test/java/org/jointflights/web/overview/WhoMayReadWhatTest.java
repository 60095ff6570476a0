package org.jointflights.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.people.People;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whose an entry is, and who may read it, is set when it is written; on the page and as JSON alike. */
@ProcessTest
class WhoMayReadWhatTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    People people;

    private SomeFlights some;

    @BeforeEach
    void open() {
        users.open();
        some = new SomeFlights(users);
    }

    @AfterEach
    void everybodyBackInTheirGroups() {
        if (people.groupsOf("frfinance1").contains("GBfinance")) {
            move("frfinance1", "GBfinance", "FRfinance");
        }
    }

    @Test
    void a_comment_that_reads_like_a_party_is_not_shown_to_that_party() throws Exception {
        OperationReference flight = some.proposed();
        Task answer = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("gbcoordinator").does(() -> tasks.createComment(answer.getId(), null, "FR"));

        users.as("gbcoordinator")
                .completes(
                        "userTask_answerOffer",
                        flight,
                        Map.of("takesPart", "no", "reason", "No seats needed", "answerFinal", "no"));

        assertShown(flight, "gbcoordinator", "Comment on “Answer the offer”: FR", true);
        assertShown(flight, "manager1", "Comment on “Answer the offer”: FR", true);
        assertShown(flight, "frcoordinator", "Comment on", false);
        assertShown(flight, "fxcoordinator", "Comment on", false);
    }

    @Test
    void a_comment_on_a_task_that_falls_away_stays_with_its_party() throws Exception {
        OperationReference flight = some.answered();
        Task answer = users.as("escoordinator").open("userTask_correctAnswer", flight);
        users.as("escoordinator").does(() -> tasks.createComment(answer.getId(), null, "GB"));
        new SomeFlights(users).spainWithdraws(web, flight);

        assertThat(users.open("userTask_correctAnswer", flight)).hasSize(2);
        assertShown(flight, "escoordinator", "Comment on “Correct the answer”: GB", true);
        assertShown(flight, "gbcoordinator", "Comment on", false);
    }

    @Test
    void an_objection_stays_with_its_party_after_its_author_has_moved_to_another() throws Exception {
        OperationReference flight = some.sharing();
        Task share = users.as("frfinance1").open("userTask_acceptShare", flight);
        users.as("frfinance1").does(() -> tasks.createComment(share.getId(), null, "Ask the ministry"));
        users.as("frfinance1")
                .completes(share, Map.of("answer", "OBJECT", "reason", "Our people leave the aircraft early"));

        move("frfinance1", "FRfinance", "GBfinance");

        for (String text : new String[] {"Our people leave the aircraft early", "Ask the ministry"}) {
            assertShown(flight, "frfinance2", text, true);
            assertShown(flight, "gbfinance1", text, false);
            assertShown(flight, "frfinance1", text, false);
            assertShown(flight, "auditor", text, true);
        }
    }

    @Test
    void a_comment_on_the_organisers_task_is_the_organisers() throws Exception {
        OperationReference flight = some.sharing();
        for (String party : new String[] {"fr", "gb", "es"}) {
            users.as(party + "finance1")
                    .completes("userTask_acceptShare", flight, Map.of("answer", "OBJECT", "reason", "Too much"));
        }
        users.runJobs(flight);
        Task decision = users.as("frcoordinator").open("userTask_decideObjection", flight);
        users.as("frcoordinator").does(() -> tasks.createComment(decision.getId(), null, "GB"));
        users.as("frcoordinator").completes(decision, Map.of("decision", "KEEP", "reason", "The figures are right"));

        assertShown(flight, "frfinance1", "Comment on “Decide the objection”: GB", true);
        assertShown(flight, "gbfinance1", "Comment on", false);
        assertShown(flight, "gbfinance1", "The figures are right", true);
    }

    @Test
    void a_state_that_has_withdrawn_sees_what_it_saw_until_then_and_no_later_name_or_quote() throws Exception {
        OperationReference flight = some.answered();
        clock.advance(Duration.ofHours(1));
        new SomeFlights(users).spainWithdraws(web, flight);
        clock.advance(Duration.ofHours(1));
        some.settles(flight);

        assertShown(flight, "escoordinator", "in its own words: Court order", true);
        assertShown(flight, "escoordinator", "Proposed the flight to Nigeria", true);
        for (String later : new String[] {"Air One", "Air Two", "The plan was settled"}) {
            assertShown(flight, "gbcoordinator", later, true);
            assertShown(flight, "fxcoordinator", later, true);
            assertShown(flight, "escoordinator", later, false);
        }
        assertThat(read("gbcoordinator", "/flights/" + flight + "/plan")).contains("FR border police");
        assertThat(read("escoordinator", "/flights/" + flight + "/print")).doesNotContain("FR border police");
        for (String list : new String[] {"/flights?text=" + flight, "/api/flights?text=" + flight}) {
            assertThat(read("escoordinator", list)).contains("Nigeria").doesNotContain("Something waits for");
        }
    }

    @Test
    void a_state_that_withdraws_keeps_the_quotes_and_the_crew_that_it_has_seen() throws Exception {
        OperationReference flight = some.planned();
        clock.advance(Duration.ofHours(1));
        new SomeFlights(users).spainWithdraws(web, flight);
        clock.advance(Duration.ofHours(1));
        users.runJobs(flight);

        for (String earlier : new String[] {"Air One", "Air Two", "The plan was settled"}) {
            assertShown(flight, "escoordinator", earlier, true);
        }
        assertThat(read("escoordinator", "/flights/" + flight + "/plan")).contains("FR border police");
    }

    private void move(String person, String from, String to) {
        people.leave(person, from);
        people.join(person, to);
    }

    /** On the page and in the JSON. */
    private void assertShown(OperationReference flight, String reader, String text, boolean shown) throws Exception {
        for (String address : new String[] {"/flights/" + flight + "/print", "/api/flights/" + flight}) {
            String content = read(reader, address);
            if (shown) {
                assertThat(content).as("%s at %s", reader, address).contains(text);
            } else {
                assertThat(content).as("%s at %s", reader, address).doesNotContain(text);
            }
        }
    }

    private String read(String reader, String address) throws Exception {
        return web.perform(get(address).with(user(reader)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
