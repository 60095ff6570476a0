package org.jointflights.web.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.jointflights.application.people.People;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.TypedForms;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A doctor acts for the coordinator who is away: in the engine's tasks, on pages and on the trail, and not a day longer. */
@ProcessTest
class AbsencesPageTest {

    private static final Pattern NUMBER = Pattern.compile("name=\"substitution\" value=\"([0-9]+)\"");

    @Autowired
    IdentityService identities;

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    People people;

    @Autowired
    WorkLog work;

    @Autowired
    JdbcClient database;

    private OperationReference flight;

    @BeforeEach
    void a_flight_is_offered() {
        users.open();
        nobody_is_away();
        flight = new SomeFlights(users).proposed();
    }

    @AfterEach
    void nobody_is_away() {
        users.nobodyIsAway();
    }

    @Test
    void managers_read_which_groups_have_nobody_and_nobody_else_does() throws Exception {
        identities.saveGroup(identities.newGroup("LIdoctor"));
        try {
            String heading = "Groups to which nobody belongs";
            assertThat(page("/flights", "manager1", Locale.ENGLISH)).contains(heading, "Liechtenstein, doctor");
            assertThat(page("/flights", "frcoordinator", Locale.ENGLISH)).doesNotContain(heading);

            identities.createMembership("gbdoctor", "LIdoctor");
            assertThat(page("/flights", "manager1", Locale.ENGLISH)).doesNotContain("Liechtenstein, doctor");
        } finally {
            identities.deleteGroup("LIdoctor");
        }
    }

    @Test
    void a_substitute_does_the_task_of_the_absent_one_with_both_names_on_record_until_the_last_day_is_over()
            throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThatThrownBy(() -> users.as("gbdoctor").open("userTask_answerOffer", flight))
                .isInstanceOf(AssertionError.class);

        assertThat(enter("gbcoordinator", "gbdoctor", today, today.plusDays(1), "gblegal1")
                        .getStatus())
                .isEqualTo(200);
        assertThat(people.groupsOf("gbdoctor")).containsExactly("GBdoctor");
        String number = number("gbcoordinator");
        String waits = "It holds once " + people.nameOf("gblegal1") + " has agreed to it";
        assertThat(page("/absences", "gbcoordinator", Locale.ENGLISH)).contains(waits);
        assertThat(page("/", "gblegal1", Locale.ENGLISH)).contains("Your agreement is asked for: 1");
        assertThat(page("/", "gbcoordinator", Locale.ENGLISH)).doesNotContain("agreement is asked");
        assertThat(page("/absences", "gbdoctor", Locale.ENGLISH))
                .contains(waits)
                .doesNotContain("Act for them");
        database.sql("insert into acting (person, substitution) values ('gbdoctor', ?)")
                .param(Long.parseLong(number))
                .update();
        assertThat(people.groupsOf("gbdoctor"))
                .as("even if somebody had come to act")
                .containsExactly("GBdoctor");
        database.sql("delete from acting").update();
        agree(number);
        assertThat(page("/", "gblegal1", Locale.ENGLISH)).doesNotContain("agreement is asked");
        assertThat(send(post("/absences/act").with(csrf()).param("substitution", number), "frdoctor")
                        .getStatus())
                .isEqualTo(404);
        send(post("/absences/act").with(csrf()).param("substitution", number), "gbdoctor");

        assertThat(people.groupsOf("gbdoctor")).containsExactly("GBcoordinator");
        assertThat(people.ownGroupsOf("gbdoctor")).containsExactly("GBdoctor");
        assertThat(people.actingMembersOf("GBcoordinator"))
                .extracting(one -> one.id())
                .contains("gbdoctor");
        String for_ = people.nameOf("gbdoctor") + " for " + people.nameOf("gbcoordinator");
        assertThat(page("/flights", "gbdoctor", Locale.ENGLISH)).contains(for_);
        assertThat(page("/flights", "gbdoctor", Locale.FRENCH)).contains(for_.replace(" for ", " pour "));
        users.as("gbdoctor").completes("userTask_answerOffer", flight, TypedForms.seats(22, 38, "STN", true));

        assertThat(work.of(flight)).extracting(done -> done.actor()).contains("gbdoctor/gbcoordinator");
        assertThat(page("/flights/" + flight + "/history", "frcoordinator", Locale.ENGLISH))
                .as("what a state declares is on its own trail")
                .doesNotContain(for_);
        assertThat(page("/flights/" + flight + "/history", "gbcoordinator", Locale.ENGLISH))
                .contains(for_);
        assertThat(page("/flights/" + flight + "/history", "manager1", Locale.FRENCH))
                .contains(for_.replace(" for ", " pour "));

        clock.advance(Duration.ofDays(2));
        assertThat(people.groupsOf("gbdoctor")).containsExactly("GBdoctor");
        assertThat(page("/flights", "gbdoctor", Locale.ENGLISH)).doesNotContain(for_);
    }

    @Test
    void it_can_be_stopped_and_ended_at_once_and_the_page_speaks_both_languages() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        enter("gbcoordinator", "gbdoctor", today, today, "gblegal1");
        String number = number("gbcoordinator");
        agree(number);
        send(post("/absences/act").with(csrf()).param("substitution", number), "gbdoctor");
        assertThat(page("/absences", "gbdoctor", Locale.ENGLISH)).contains("Act for myself again", "You act for ");
        assertThat(page("/absences", "gbdoctor", Locale.FRENCH)).contains("Agir à nouveau pour moi-même");
        send(post("/absences/stop").with(csrf()), "gbdoctor");
        assertThat(people.groupsOf("gbdoctor")).containsExactly("GBdoctor");
        send(post("/absences/act").with(csrf()).param("substitution", number), "gbdoctor");
        people.leave("gbcoordinator", "GBcoordinator");
        try {
            assertThat(people.groupsOf("gbdoctor"))
                    .as("nobody acts in a group that the absent one has left")
                    .isEmpty();
        } finally {
            people.join("gbcoordinator", "GBcoordinator");
        }
        assertThat(send(post("/absences/end").with(csrf()).param("substitution", number), "gbcoordinator")
                        .getStatus())
                .isEqualTo(200);
        assertThat(people.groupsOf("gbdoctor")).containsExactly("GBdoctor");
        assertThat(page("/absences", "gbdoctor", Locale.ENGLISH)).contains("you act for nobody");
        MockHttpServletResponse refused = enter("gbcoordinator", "frdoctor", today, today, "gblegal1");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("Who acts for them cannot be");
    }

    @Test
    void managers_are_told_of_a_group_in_which_nobody_is_there() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("""
                        insert into substitution (absent, substitute, first_day, last_day, starts, ends, agreed_by, entered_by)
                        values ('gbdoctor', 'gbmonitor', :from, :until, :from, :until, 'gblegal1', 'admin')
                        """)
                .params(Map.of("from", today.minusDays(1), "until", today.plusDays(7)))
                .update();

        assertThat(page("/flights", "manager1", Locale.ENGLISH))
                .contains("Groups in which nobody is there", "United Kingdom, doctor");
        assertThat(page("/flights", "frcoordinator", Locale.ENGLISH)).doesNotContain("Groups in which nobody");
    }

    private void agree(String number) throws Exception {
        assertThat(send(post("/absences/agree").with(csrf()).param("substitution", number), "gblegal1")
                        .getContentAsString())
                .contains("You have agreed to it.");
    }

    private String number(String person) throws Exception {
        Matcher number = NUMBER.matcher(page("/absences", person, Locale.ENGLISH));
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private MockHttpServletResponse enter(
            String absent, String substitute, LocalDate from, LocalDate until, String agreedBy) throws Exception {
        return send(
                post("/absences")
                        .with(csrf())
                        .param("substitute", substitute)
                        .param("firstDay", from.toString())
                        .param("lastDay", until.toString())
                        .param("agreedBy", agreedBy)
                        .param("in-GBcoordinator", "yes"),
                absent);
    }

    private String page(String path, String person, Locale language) throws Exception {
        return send(get(path).locale(language), person).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String person) throws Exception {
        return web.perform(request.with(user(person))).andReturn().getResponse();
    }
}
