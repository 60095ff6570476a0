package org.jointflights.web.search;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.people.People;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What somebody finds by the one box, and what of others they do not. */
@ProcessTest
class SearchPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    ProcessEngine engine;

    @Autowired
    People people;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void a_whole_reference_leads_to_its_flight_and_a_part_of_it_to_a_list() throws Exception {
        OperationReference flight = users.as("frcoordinator").proposes(Map.of());

        search("gbcoordinator", flight.value().toLowerCase(Locale.ROOT)).andExpect(redirectedUrl("/flights/" + flight));
        search("gbcoordinator", flight.value().substring(0, 8))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(">Flights</h2>")));
        search("secoordinator", flight.value())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing that is open to you")));
    }

    @Test
    void an_airport_is_found_by_its_city_in_either_language_and_without_accents() throws Exception {
        users.as("frcoordinator").proposes(Map.of());

        for (String typed : new String[] {"stn", "london", "Londres", "STANSTED"}) {
            search("manager1", typed).andExpect(content().string(containsString("STN London, Stansted")));
        }
        search("manager1", "pairs").andExpect(content().string(not(containsString("CDG"))));
    }

    @Test
    void a_state_is_found_by_its_code_or_name() throws Exception {
        users.as("frcoordinator").proposes(Map.of());

        for (String typed : new String[] {"gb", "united k", "royaume"}) {
            search("frcoordinator", typed).andExpect(content().string(containsString("/flights?party=GB")));
        }
    }

    @Test
    void a_carrier_is_found_by_those_whose_flight_it_is_as_long_as_they_are_in_it() throws Exception {
        OperationReference flight = new SomeFlights(users).sharingCalled("Älpenflug");

        for (String reader : new String[] {"manager1", "fxcoordinator", "frfinance1", "gblegal1", "escoordinator"}) {
            search(reader, "alpenflug").andExpect(content().string(containsString("/flights/" + flight)));
        }
        search("secoordinator", "alpenflug").andExpect(content().string(not(containsString(flight.value()))));

        // A state that has left is not told what became of the carrier; that it was asked, it knows.
        new SomeFlights(users).spainWithdraws(web, flight);
        search("escoordinator", "alpenflug").andExpect(content().string(not(containsString("Älpenflug"))));
    }

    @Test
    void people_are_found_by_those_who_work_beside_them() throws Exception {
        OperationReference flight = users.as("frcoordinator").proposes(Map.of());
        TasklistUsers.Person coordinator = users.as("gbcoordinator");
        Task task = coordinator.open("userTask_answerOffer", flight);
        coordinator.does(() -> engine.getTaskService().claim(task.getId(), "gbcoordinator"));

        String name = ">" + people.nameOf("gbcoordinator") + "<";
        for (String reader : new String[] {"manager1", "gblegal1"}) {
            search(reader, "gbcoordinator")
                    .andExpect(content().string(containsString(name)))
                    .andExpect(content().string(containsString("/flights/" + flight)));
        }
        search("admin", "gbcoordinator").andExpect(content().string(containsString("/admin/people/gbcoordinator")));
        for (String stranger : new String[] {"frcoordinator", "fxfinance1"}) {
            search(stranger, "gbcoordinator").andExpect(content().string(not(containsString(name))));
        }
    }

    @Test
    void what_cannot_be_looked_for_is_said_and_nothing_typed_becomes_markup() throws Exception {
        search("manager1", "x".repeat(101))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("101")));
        search("manager1", "<b>%_'").andExpect(content().string(containsString("“&lt;b&gt;%_&#39;”")));
        web.perform(get("/search").with(user("manager1")).locale(Locale.FRENCH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Saisissez dans le champ")));
    }

    private ResultActions search(String reader, String typed) throws Exception {
        return web.perform(
                get("/search").queryParam("q", typed).with(user(reader)).locale(Locale.ENGLISH));
    }
}
