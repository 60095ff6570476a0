package org.jointflights.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.Statements;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.TypedForms;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What everybody meets first. Flights of other tests are on these pages too, so what somebody must find is of a state that no other test
 * flies with, or taken on by them.
 */
@ProcessTest
class HomePageTest {

    private static final Map<String, String> TO_SLOVENIA_AND_LITHUANIA =
            Map.of("invited", "SI, LT", "embarkations", "CDG, LJU, VNO");

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient database;

    @Autowired
    People people;

    private SomeFlights some;

    @BeforeEach
    void nobody_was_here() {
        users.open();
        database.sql("delete from desk_visit").update();
        some = new SomeFlights(users);
    }

    @Test
    void a_task_stands_there_with_its_flight_its_deadline_and_one_click_to_its_form() throws Exception {
        OperationReference flight = some.proposed(TO_SLOVENIA_AND_LITHUANIA);
        Task offer = users.as("sicoordinator").open("userTask_answerOffer", flight);
        tasks.setDueDate(offer.getId(), Date.from(clock.instant().plus(Duration.ofHours(50))));

        assertThat(home("sicoordinator"))
                .contains("href=\"/camunda/app/tasklist/default/#/?task=" + offer.getId() + "\"")
                .contains("Answer the offer", "href=\"/flights/" + flight + "\"", "in 2 days")
                .contains(
                        "Paris (CDG) – Ljubljana (LJU) – Vilnius (VNO) – Lagos (LOS) – Paris (CDG)",
                        "20 May 2027, 09:30 (Europe/Paris)");
        assertThat(home("sicoordinator", Locale.FRENCH)).contains("Ce qui vous attend", "dans 2 jours");

        clock.advance(Duration.ofHours(51));
        assertThat(home("sicoordinator")).contains("late by 1 hour").contains("<tr class=\"late\"");
        assertThat(home("silegal1")).contains("Nothing waits for you.").doesNotContain(offer.getId());
    }

    @Test
    void what_somebody_has_taken_on_comes_first_and_a_signer_reads_the_amount_beside_it() throws Exception {
        OperationReference flight = some.sharing();
        Task share = users.as("frfinance2").open("userTask_acceptShare", flight);
        Task theirs = users.as("gbfinance1").open("userTask_acceptShare", flight);
        users.as("frfinance2").does(() -> tasks.claim(share.getId(), "frfinance2"));

        String home = home("frfinance2");
        // 262,000.00 by returnees, 14 : 22 : 24.
        assertThat(home)
                .contains("You have taken it on.", "61,133.33 EUR", "Your share")
                .doesNotContain(theirs.getId());
        assertThat(home.indexOf("default/#/?task="))
                .as("the first of all")
                .isEqualTo(home.indexOf("default/#/?task=" + share.getId()));
        assertThat(home("gbfinance1")).doesNotContain(share.getId());
        String colleague = people.nameOf("frfinance2");
        assertThat(colleague).isNotEqualTo("frfinance2");
        assertThat(home("frfinance1"))
                .contains("Taken on by " + colleague + ".")
                .doesNotContain("Taken on by frfinance2");
    }

    @Test
    void what_others_did_since_the_visit_before_is_told_as_far_as_the_reader_may_know() throws Exception {
        OperationReference flight = some.proposed(TO_SLOVENIA_AND_LITHUANIA);
        assertThat(home("sicoordinator")).contains("You are here for the first time");
        assertThat(news("sicoordinator", flight)).contains("The offer went out to 3 states");

        clock.advance(Duration.ofMinutes(10));
        users.as("ltcoordinator").completes("userTask_answerOffer", flight, TypedForms.seats(5, 9, "VNO", false));
        withdraws("ltcoordinator", "LT", flight);
        clock.advance(Duration.ofMinutes(10));
        assertThat(news("sicoordinator", flight))
                .as("the same visit still")
                .contains("The offer went out to 3 states", "LT withdrew")
                .as("an answer is its state's own")
                .doesNotContain("LT takes part");
        assertThat(news("ltlegal1", flight)).contains("LT takes part with 5 returnees");
        assertThat(news("ltcoordinator", flight)).as("their own doing").doesNotContain("LT takes part");

        clock.advance(Duration.ofMinutes(45));
        assertThat(home("sicoordinator"))
                .contains("Nothing has changed on your flights.", "Since 1 Mar 2027, 10:20 (Europe/Ljubljana)");
        withdraws("sicoordinator", "SI", flight);
        clock.advance(Duration.ofMinutes(5));
        assertThat(news("silegal1", flight)).contains("SI withdrew");
        assertThat(news("sicoordinator", flight)).as("their own doing").isEmpty();
    }

    @Test
    void who_has_left_a_flight_is_not_told_what_happens_on_it_afterwards() throws Exception {
        OperationReference flight = some.proposed(TO_SLOVENIA_AND_LITHUANIA);
        withdraws("sicoordinator", "SI", flight);
        clock.advance(Duration.ofMinutes(10));
        withdraws("ltcoordinator", "LT", flight);

        assertThat(news("silegal1", flight)).contains("SI withdrew").doesNotContain("LT withdrew");
        assertThat(news("sefinance1", flight)).as("never asked").isEmpty();
    }

    @Test
    void everybody_has_the_sections_of_their_role_and_no_others() throws Exception {
        Map<String, Set<Role>> sections = Map.of(
                "id=\"waits\"", Set.of(Role.values()),
                "id=\"news\"", Set.of(Role.values()),
                "id=\"underway\"", Set.of(Role.values()),
                "id=\"elsewhere\"", Set.of(Role.values()),
                "id=\"board\"", Set.of(Role.MANAGER, Role.EXECUTIVE),
                "id=\"check\"", Set.of(Role.AUDITOR),
                "id=\"system\"", Set.of(Role.ADMINISTRATOR));

        for (Role role : Role.values()) {
            String home = home(name(role));
            sections.forEach((section, roles) -> assertThat(home.contains(section))
                    .as("%s finds %s", role, section)
                    .isEqualTo(roles.contains(role)));
        }
    }

    @Test
    void each_figure_of_the_board_is_the_number_of_flights_behind_its_link() throws Exception {
        some.proposed();
        String home = home("executive1");

        for (String link : links(home, "/flights?")) {
            String figure = home.substring(home.indexOf("href=\"" + link + "\""));
            String number = figure.substring(figure.indexOf("<strong"), figure.indexOf("</strong>"))
                    .replaceAll("<[^>]*>", "");
            assertThat(read("executive1", link.replace("&amp;", "&"), Locale.ENGLISH))
                    .as(link)
                    .contains(">" + number + " flights, ");
        }
        assertThat(links(home, "/flights?stage=PLANNING")).hasSize(1);
    }

    @Test
    void an_administrator_reads_which_groups_have_too_few_people_and_an_auditor_what_there_is_to_verify()
            throws Exception {
        assertThat(home("admin")).contains("State of the system", "Every group has as many people as it needs.");
        String group = "LTdoctor";
        database.sql("delete from ACT_ID_MEMBERSHIP where GROUP_ID_ = ?")
                .param(group)
                .update();
        try {
            assertThat(home("admin")).contains("Groups with too few people", "Lithuania, doctor: 0 of 1");
        } finally {
            database.sql("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('ltdoctor', ?)")
                    .param(group)
                    .update();
        }
        assertThat(home("auditor"))
                .contains("versions of plans", "is worked out anew whenever somebody asks", "href=\"/verification\"");
    }

    @Test
    void the_page_asks_the_database_no_more_often_for_many_flights_than_for_one() throws Exception {
        List<String> readers = List.of("sicoordinator", "sifinance1", "manager1", "executive1", "auditor", "admin");
        OperationReference flight = some.proposed(TO_SLOVENIA_AND_LITHUANIA);
        withdraws("ltcoordinator", "LT", flight);
        Map<String, Integer> few = new HashMap<>();
        for (String reader : readers) {
            home(reader);
            few.put(reader, statementsOf(reader));
        }

        for (int i = 0; i < 6; i++) {
            withdraws("ltcoordinator", "LT", some.proposed(TO_SLOVENIA_AND_LITHUANIA));
        }
        for (String reader : readers) {
            assertThat(statementsOf(reader)).as(reader).isPositive().isLessThanOrEqualTo(few.get(reader));
            assertThat(few.get(reader)).as(reader).isLessThan(45);
        }
    }

    private int statementsOf(String reader) throws Exception {
        return statements.during(() -> home(reader)).size();
    }

    /** What the page tells of that flight's trail. */
    private String news(String person, OperationReference flight) throws Exception {
        return Stream.of(home(person).split("<div class=\"thread\">", -1))
                .skip(1)
                .filter(part -> part.contains("href=\"/flights/" + flight + "\""))
                .map(part -> part.substring(0, part.indexOf("</div>")))
                .findFirst()
                .orElse("");
    }

    private static String name(Role role) {
        if (role == Role.ADMINISTRATOR) {
            return "admin";
        }
        String word = role.isOfParty() ? role.groupOf(new Party("SI")) : role.group();
        return (word + (role.people() > 1 ? "1" : "")).toLowerCase(Locale.ROOT);
    }

    private static List<String> links(String page, String start) {
        return Stream.of(page.split("href=\"", -1))
                .filter(part -> part.startsWith(start))
                .map(part -> part.substring(0, part.indexOf('"')))
                .toList();
    }

    private void withdraws(String person, String party, OperationReference flight) throws Exception {
        web.perform(post("/api/flights/" + flight + "/withdraw")
                        .content("{\"party\":\"%s\",\"cause\":\"LEGAL\",\"reason\":\"Court order\"}".formatted(party))
                        .contentType("application/json")
                        .with(user(person))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        users.runJobs(flight);
    }

    private String home(String person) throws Exception {
        return home(person, Locale.ENGLISH);
    }

    private String home(String person, Locale language) throws Exception {
        return read(person, "/", language);
    }

    private String read(String person, String page, Locale language) throws Exception {
        return web.perform(get(URI.create(page)).with(user(person)).locale(language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
