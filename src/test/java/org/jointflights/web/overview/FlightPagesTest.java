package org.jointflights.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.operation.Restraints;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProcessTest
class FlightPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    Flights flights;

    @Autowired
    TrailEntries trail;

    @Autowired
    Restraints restraints;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private SomeFlights some;
    private @Nullable OperationReference moved;

    @BeforeEach
    void open() {
        users.open();
        some = new SomeFlights(users);
    }

    @AfterEach
    void back() {
        OperationReference flight = moved;
        if (flight != null) {
            atStage(flight, Stage.PLANNING);
        }
    }

    @Test
    void managers_auditors_and_frontex_see_every_flight_and_a_state_only_its_own() throws Exception {
        OperationReference flight = some.proposed();

        for (String all : List.of("manager1", "auditor", "rightsofficer1", "executive1", "admin", "fxcoordinator")) {
            page(all, "/flights?text=" + flight).andExpect(content().string(containsString(flight.value())));
            page(all, "/flights/" + flight).andExpect(status().isOk());
        }
        for (String own : List.of("frcoordinator", "frfinance1", "gbcoordinator", "gblegal1", "esfinance2")) {
            page(own, "/flights?text=" + flight).andExpect(content().string(containsString(flight.value())));
            page(own, "/flights/" + flight).andExpect(status().isOk());
        }
        page("secoordinator", "/flights?text=" + flight)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/flights/" + flight))));
        page("secoordinator", "/flights/" + flight).andExpect(status().isForbidden());
        page("secoordinator", "/flights/" + flight + "/models/jointFlight.bpmn").andExpect(status().isForbidden());
        page("secoordinator", "/flights/" + flight + "/cancel").andExpect(status().isForbidden());
        page("secoordinator", "/flights.csv").andExpect(content().string(not(containsString(flight.value()))));
    }

    @Test
    void beside_what_is_overdue_stands_what_leads_on() throws Exception {
        OperationReference flight = some.proposed();
        String wayOut = "If nobody ever answers, the deadline closes it.";
        page("gbcoordinator", "/flights/" + flight).andExpect(content().string(not(containsString(wayOut))));

        clock.advance(Duration.ofDays(300));
        page("gbcoordinator", "/flights/" + flight).andExpect(content().string(containsString(wayOut)));
        page("gbcoordinator", "/flights?text=" + flight).andExpect(content().string(not(containsString(wayOut))));
    }

    @Test
    void an_unknown_flight_or_process_or_act_is_not_found() throws Exception {
        OperationReference flight = some.proposed();

        page("manager1", "/flights/JRO-1999-0001").andExpect(status().isNotFound());
        page("manager1", "/flights/nonsense").andExpect(status().isNotFound());
        page("manager1", "/flights/nonsense/statement").andExpect(status().isNotFound());
        act("manager1", flight, "cancel", confirmed(Map.of("reason", "r", "causedBy", "SE")))
                .andExpect(status().isNotFound());
        page("manager1", "/flights/" + flight + "/models/invoice.bpmn").andExpect(status().isNotFound());
        page("manager1", "/flights/" + flight + "/delete").andExpect(status().isNotFound());
    }

    @Test
    void the_session_of_whoever_reports_exceptionally_keeps_nothing_of_it() throws Exception {
        OperationReference flight = some.proposed();
        Map<String, String> report = Map.of(
                "channel", "EXCEPTIONAL",
                "incidentCategory", "CATEGORY_4",
                "incidentPhase", "BEFORE_DEPARTURE",
                "personsConcerned", "1",
                "whatHappened", "restrained without cause");
        page("gbdoctor", "/flights/" + flight + "/report-incident")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("my name is stored nowhere")));

        act("gbdoctor", flight, "report-incident", report)
                .andExpect(redirectedUrl("/flights/" + flight + "?received=report-incident"))
                .andExpect(flash().attributeCount(0));

        page("gbdoctor", "/flights/" + flight + "?received=report-incident")
                .andExpect(content().string(containsString("is with the rights officers.")))
                .andExpect(content().string(not(containsString("restrained without cause"))));
        page("gbdoctor", "/flights/" + flight + "?received=cancel").andExpect(status().isNotFound());
        page("rightsofficer1", "/flights/" + flight + "/operation")
                .andExpect(content().string(containsString("restrained without cause")))
                .andExpect(content().string(containsString("reported by the exceptional channel")));
        page("manager1", "/flights/" + flight + "/print")
                .andExpect(content().string(not(containsString("restrained without cause"))));
        Map<String, String> nonsense = new HashMap<>(report);
        nonsense.put("personsConcerned", "many");
        act("gbdoctor", flight, "report-incident", nonsense)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("restrained without cause")));
    }

    @Test
    void of_another_party_only_that_something_waits_for_it_is_told() throws Exception {
        OperationReference flight = some.proposed();

        page("gbcoordinator", "/flights/" + flight)
                .andExpect(content().string(containsString("Something waits for France (FR).")))
                .andExpect(content().string(containsString("Answer the offer")))
                .andExpect(content().string(containsString("You can do this.")))
                .andExpect(content().string(not(containsString("France, coordinator"))));
        page("manager1", "/flights/" + flight)
                .andExpect(content().string(containsString("France, coordinator")))
                .andExpect(content().string(not(containsString("Something waits for"))));
    }

    @Test
    void states_that_are_asked_alike_make_one_line_of_the_list() throws Exception {
        OperationReference flight = some.proposed();

        page("manager1", "/flights?text=" + flight)
                .andExpect(content().string(containsString("Spain, France, United Kingdom: coordinator")));
        web.perform(get("/flights?text=" + flight).with(user("manager1")).locale(Locale.FRENCH))
                .andExpect(content().string(containsString("France, Royaume-Uni\u00a0: ")));
    }

    @Test
    void what_another_state_answered_stays_out_of_the_trail() throws Exception {
        OperationReference flight = some.answered();

        page("gbcoordinator", "/flights/" + flight + "/print")
                .andExpect(content().string(containsString("GB takes part with 22 returnees")))
                .andExpect(content().string(not(containsString("ES takes part with"))));
        page("auditor", "/flights/" + flight + "/history")
                .andExpect(content().string(containsString("ES takes part with")));
    }

    @Test
    void the_page_says_when_who_and_what_in_the_zone_of_departure_and_in_the_readers_language() throws Exception {
        OperationReference flight = some.answered();

        page("frfinance1", "/flights/" + flight + "/print")
                .andExpect(content().string(containsString("lang=\"en\"")))
                .andExpect(content().string(containsString("20 May 2027, 09:30 (Europe/Paris time)")))
                .andExpect(content().string(containsString("Joint return operation")))
                .andExpect(content().string(containsString("2004/573/EC; 2019/1896 Art. 50")))
                .andExpect(content().string(containsString("Agreement of 2026 (invented)")))
                .andExpect(content().string(containsString("1 Mar 2027 (")))
                .andExpect(content().string(containsString("Planning")));
        web.perform(get("/flights/" + flight + "/print")
                        .with(user("frfinance1"))
                        .locale(Locale.FRENCH))
                .andExpect(content().string(containsString("lang=\"fr\"")))
                .andExpect(content().string(containsString("20 mai 2027, 09:30 (heure de Europe/Paris)")))
                .andExpect(content().string(containsString("Royaume-Uni (GB)")))
                .andExpect(content().string(containsString("Planification")));
    }

    @Test
    void the_diagram_names_the_model_and_its_active_steps() throws Exception {
        OperationReference flight = some.proposed();

        page("manager1", "/flights/" + flight)
                .andExpect(content().string(containsString("data-active=\"callActivity_flightPlanning\"")));
        page("manager1", "/flights/" + flight + "?process=stateParticipation")
                .andExpect(content().string(containsString("userTask_answerOffer")));
        page("gbcoordinator", "/flights/" + flight + "/models/stateParticipation.bpmn")
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/xml"))
                .andExpect(content().string(containsString("userTask_answerOffer")));
        web.perform(get("/flights/" + flight + "/models/stateParticipation.bpmn")
                        .with(user("gbcoordinator"))
                        .locale(Locale.FRENCH))
                .andExpect(content().string(containsString("name=\"Répondre à l’offre\"")))
                .andExpect(content().string(containsString("Un silence au terme vaut non")));
    }

    @Test
    void the_list_is_searched_and_filtered() throws Exception {
        OperationReference flight = some.proposed(Map.of(
                "destination", "Georgia", "destinations", "TBS", "departure", "2027-11-04 06:00", "invited", "AT, SE"));

        for (String hit : List.of(
                "text=georg",
                "text=tbs",
                "text=" + flight,
                "stage=PLANNING",
                "party=AT",
                "from=2027-11-04&to=2027-11-04",
                "waiting=ALL&order=LATEST",
                "text=georg&stage=planning&party=SE&from=2027-11-01&order=STAGE")) {
            page("atcoordinator", "/flights?" + hit).andExpect(content().string(containsString("/flights/" + flight)));
        }
        for (String miss : List.of(
                "text=nigeria",
                "stage=CLOSED",
                "party=GB",
                "from=2027-11-05",
                "to=2027-11-03",
                "waiting=OVERDUE",
                "text=%25",
                "text=TBS&party=FI")) {
            page("atfinance1", "/flights?" + miss)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("/flights/" + flight))));
        }
        page("atcoordinator", "/flights?waiting=MINE")
                .andExpect(content().string(containsString("/flights/" + flight)));
        page("atfinance1", "/flights?waiting=MINE")
                .andExpect(content().string(not(containsString("/flights/" + flight))));
    }

    @Test
    void a_filter_that_cannot_be_is_refused_in_a_sentence_and_keeps_what_was_typed() throws Exception {
        for (String wrong : List.of(
                "stage=FLYING",
                "party=UK",
                "from=yesterday",
                "from=2027-05-02&to=2027-05-01",
                "waiting=x",
                "order=x",
                "page=0",
                "page=NaN")) {
            page("manager1", "/flights?text=keep%20me&" + wrong)
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("role=\"alert\"")))
                    .andExpect(content().string(containsString("value=\"keep me\"")));
        }
        page("manager1", "/flights.csv?stage=FLYING").andExpect(status().isBadRequest());
    }

    @Test
    void an_act_needs_a_confirmation_and_then_happens() throws Exception {
        OperationReference flight = some.answered();
        Map<String, String> typed = Map.of("reason", "Country report is out of date");

        act("executive1", flight, "suspend", typed)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Country report is out of date")))
                .andExpect(content().string(containsString("Tick the box")));
        assertThat(flights.get(flight).suspendedFor()).isNull();
        String halt = "Only to halt it for now?";
        page("manager1", "/flights/" + flight).andExpect(content().string(containsString(halt)));
        page("manager1", "/flights/" + flight + "/cancel").andExpect(content().string(containsString(halt)));

        act("executive1", flight, "suspend", confirmed(typed)).andExpect(redirectedUrl("/flights/" + flight));
        page("manager1", "/flights/" + flight).andExpect(content().string(not(containsString(halt))));
        page("manager1", "/flights/" + flight + "/cancel").andExpect(content().string(not(containsString(halt))));
        assertThat(trail.of(flight)).extracting(entry -> entry.what().code()).contains("trail.suspended");
        act("executive1", flight, "suspend", confirmed(typed)).andExpect(status().isConflict());
        page("executive1", "/flights/" + flight).andExpect(content().string(not(containsString("/suspend\""))));
    }

    @Test
    void while_a_flight_is_suspended_it_can_be_left_and_ended_but_not_moved_on() throws Exception {
        OperationReference flight = some.answered();
        act("rightsofficer1", flight, "suspend", confirmed(Map.of("reason", "Country report")))
                .andExpect(redirectedUrl("/flights/" + flight));
        var before = flights.get(flight);

        for (String act : List.of("postpone", "change-plan", "close-answers")) {
            page("frcoordinator", "/flights/" + flight)
                    .andExpect(content().string(not(containsString("/" + act + "\""))));
            page("frcoordinator", "/flights/" + flight + "/" + act).andExpect(status().isForbidden());
        }
        act(
                        "frcoordinator",
                        flight,
                        "postpone",
                        confirmed(Map.of("departure", "2027-06-01 08:00", "reason", "No slot")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("is suspended: Country report")));
        act(
                        "frcoordinator",
                        flight,
                        "change-plan",
                        confirmed(Map.of(
                                "embarkations", "CDG", "destinations", "LOS", "capacity", "210", "reason", "Less")))
                .andExpect(status().isConflict());
        act("frcoordinator", flight, "close-answers", confirmed(Map.of())).andExpect(status().isConflict());
        assertThat(flights.get(flight)).isEqualTo(before);
        act(
                        "gbcoordinator",
                        flight,
                        "withdraw",
                        confirmed(Map.of("party", "GB", "cause", "LEGAL", "reason", "Court order")))
                .andExpect(redirectedUrl("/flights/" + flight));
        act("frcoordinator", flight, "cancel", confirmed(Map.of("causedBy", "NOBODY", "reason", "Court order")))
                .andExpect(redirectedUrl("/flights/" + flight));
    }

    /** Finding 9: the advice is on the page; why it was given is read by those who work for no party. */
    @Test
    void what_was_advised_on_a_suspended_flight_is_on_its_page_and_its_reasons_for_those_who_may_read_them()
            throws Exception {
        OperationReference flight = some.answered();
        act("rightsofficer1", flight, "suspend", confirmed(Map.of("reason", "Country report")))
                .andExpect(redirectedUrl("/flights/" + flight));
        page("gbcoordinator", "/flights/" + flight)
                .andExpect(content().string(containsString("No fundamental-rights officer has advised on letting")));
        page("rightsofficer2", "/flights/" + flight)
                .andExpect(content().string(containsString("Advise on resuming")))
                .andExpect(content().string(not(containsString("/advise\""))));
        act("rightsofficer2", flight, "advise", confirmed(Map.of("advice", "RESUME", "adviceReasons", "Past the task")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("is given in the task “Advise on resuming”")));

        users.as("rightsofficer2")
                .completes(
                        "userTask_adviseOnResuming",
                        flight,
                        Map.of("advice", "STAY_SUSPENDED", "adviceReasons", "A witness was heard"));

        for (String reader : List.of("executive1", "rightsofficer1", "manager1", "auditor")) {
            page(reader, "/flights/" + flight + "/print")
                    .andExpect(content().string(containsString("against letting it go on.")))
                    .andExpect(content().string(containsString("Reasons of the advice: A witness was heard")));
        }
        for (String reader : List.of("frcoordinator", "gbcoordinator", "esfinance2", "fxcoordinator")) {
            page(reader, "/flights/" + flight + "/print")
                    .andExpect(content().string(containsString("against letting it go on.")))
                    .andExpect(content().string(containsString("Advised against letting the flight go on.")))
                    .andExpect(content().string(not(containsString("A witness was heard"))));
        }
    }

    @Test
    void each_act_works_for_whoever_may_do_it() throws Exception {
        OperationReference flight = some.answered();

        act("frcoordinator", flight, "close-answers", confirmed(Map.of())).andExpect(status().is3xxRedirection());
        act(
                        "frcoordinator",
                        flight,
                        "change-plan",
                        confirmed(Map.of(
                                "embarkations",
                                "CDG STN MAD",
                                "destinations",
                                "ACC LOS",
                                "capacity",
                                "210",
                                "reason",
                                "Second hand-over")))
                .andExpect(status().is3xxRedirection());
        act(
                        "frcoordinator",
                        flight,
                        "postpone",
                        confirmed(Map.of("departure", "2027-06-01 08:00", "reason", "No slot")))
                .andExpect(status().is3xxRedirection());
        act(
                        "gbcoordinator",
                        flight,
                        "withdraw",
                        confirmed(Map.of("party", "GB", "cause", "LEGAL", "reason", "Court order")))
                .andExpect(status().is3xxRedirection());
        act("rightsofficer1", flight, "suspend", confirmed(Map.of("reason", "Country report")))
                .andExpect(status().is3xxRedirection());
        assertThat(flights.get(flight).route()).hasToString("CDG – STN – MAD – ACC – LOS – CDG");
        assertThat(flights.get(flight).suspendedFor()).isEqualTo("Country report");
        page("gbcoordinator", "/flights/" + flight + "/history")
                .andExpect(content().string(containsString("Country report")))
                .andExpect(content()
                        .string(containsString(
                                "GB withdrew: decision of a court or an authority, or a claim for asylum; in its own words:"
                                        + " Court order")));
        page("escoordinator", "/flights/" + flight + "/plan")
                .andExpect(content().string(containsString("or a claim for asylum; in its own words: Court order")));
    }

    @Test
    void an_act_is_offered_only_to_those_who_may_do_it() throws Exception {
        OperationReference flight = some.answered();
        Map<String, List<String>> offered = Map.of(
                "frcoordinator", List.of("close-answers", "change-plan", "postpone", "cancel"),
                "gbcoordinator", List.of("withdraw"),
                "frfinance1", List.of(),
                "manager1", List.of("cancel"),
                "executive1", List.of("suspend", "cancel"),
                "rightsofficer2", List.of("suspend"),
                "auditor", List.of());

        for (Map.Entry<String, List<String>> person : offered.entrySet()) {
            for (String act :
                    List.of("close-answers", "change-plan", "postpone", "withdraw", "suspend", "advise", "cancel")) {
                boolean expected = person.getValue().contains(act);
                String link = "href=\"/flights/" + flight + "/" + act + "\"";
                page(person.getKey(), "/flights/" + flight)
                        .andExpect(content().string(expected ? containsString(link) : not(containsString(link))));
                page(person.getKey(), "/flights/" + flight + "/" + act)
                        .andExpect(expected ? status().isOk() : status().isForbidden());
            }
        }
    }

    @Test
    void a_refused_act_says_why_beside_what_was_typed() throws Exception {
        OperationReference flight = some.answered();

        act("frcoordinator", flight, "postpone", confirmed(Map.of("departure", "2027-05-01 08:00", "reason", "kept")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("leaves later than planned")))
                .andExpect(content().string(containsString("value=\"2027-05-01 08:00\"")))
                .andExpect(content().string(containsString(">kept</textarea>")));
        act("gbcoordinator", flight, "postpone", confirmed(Map.of("departure", "2027-07-01 08:00", "reason", "x")))
                .andExpect(status().isForbidden());
        assertThat(flights.get(flight).postponed()).isZero();
    }

    @Test
    void a_strangers_attempt_on_the_page_is_refused_and_stands_on_the_trail() throws Exception {
        OperationReference flight = some.answered();
        Map<String, String> typed = Map.of("departure", "2027-07-01 08:00", "reason", "x");

        act("secoordinator", flight, "postpone", confirmed(typed)).andExpect(status().isForbidden());
        act("secoordinator", flight, "postpone", typed).andExpect(status().isForbidden());

        assertThat(trail.of(flight))
                .filteredOn(entry -> entry.event() == TrailEvent.ATTEMPT_REFUSED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("secoordinator"));
        assertThat(flights.get(flight).postponed()).isZero();
    }

    @Test
    void a_permit_is_recorded_on_a_form_whose_unknowns_may_stay_empty_and_stands_on_the_page() throws Exception {
        OperationReference flight = some.answered();
        atStage(flight, Stage.PERMITS);

        page("frcoordinator", "/flights/" + flight + "/record-permit")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The state that gives it, by name or code.")))
                .andExpect(
                        content().string(containsString("aria-describedby=\"permitState-hint\" required=\"required\"")))
                .andExpect(content().string(containsString("aria-describedby=\"permitNumber-hint\">")));
        page("gbcoordinator", "/flights/" + flight + "/record-permit").andExpect(status().isForbidden());
        Map<String, String> transit = Map.of(
                "permitKind", "TRANSIT",
                "permitState", "DE",
                "permitNumber", "",
                "requestedOn", "2027-03-01 09:30",
                "permitAnswer", "AWAITED",
                "answeredOn", "",
                "validOn", "");
        act("frcoordinator", flight, "record-permit", transit).andExpect(redirectedUrl("/flights/" + flight));
        page("frfinance1", "/flights/" + flight + "/print")
                .andExpect(content().string(containsString("Transit DE")))
                .andExpect(content().string(containsString("answer due 3 Mar 2027, 09:30")))
                .andExpect(content().string(containsString("Recorded of a permit (Transit DE): awaited.")));
    }

    @Test
    void restraint_is_shown_in_counts_and_minutes_to_its_state_and_those_who_see_all() throws Exception {
        OperationReference flight = some.answered();
        atStage(flight, Stage.IN_FLIGHT);
        page("frescortleader", "/flights/" + flight + "/record-restraint").andExpect(status().isForbidden());
        restraints.add(new Restraint(
                flight,
                1,
                new Party("GB"),
                3,
                TestClock.START.minus(Duration.ofMinutes(12)),
                "gbescortleader",
                List.of()));

        for (String reader : List.of("gbmonitor", "rightsofficer1", "manager1")) {
            page(reader, "/flights/" + flight + "/operation")
                    .andExpect(content().string(containsString("Restraint by state, as counts")))
                    .andExpect(content().string(containsString("<td class=\"number\">12</td>")));
        }
        page("frmonitor", "/flights/" + flight + "/print")
                .andExpect(content().string(not(containsString("Restraint by state, as counts"))));
    }

    /** Its work has not come so far: what is tried afterwards finds it where it was. */
    private void atStage(OperationReference flight, Stage stage) {
        moved = flight;
        database.sql("update flight set stage = ? where reference = ?")
                .params(stage.name(), flight.value())
                .update();
    }

    private static Map<String, String> confirmed(Map<String, String> typed) {
        Map<String, String> all = new java.util.HashMap<>(typed);
        all.put("confirmed", "yes");
        return all;
    }

    private ResultActions act(String user, OperationReference flight, String act, Map<String, String> typed)
            throws Exception {
        var request = post("/flights/" + flight + "/" + act).with(user(user)).with(csrf());
        typed.forEach(request::param);
        return web.perform(request);
    }

    private ResultActions page(String user, String address) throws Exception {
        return web.perform(get(java.net.URI.create(address)).with(user(user)).locale(Locale.ENGLISH));
    }
}
