package org.jointflights.web.costs;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProcessTest
class WhatIfPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void open() {
        nobody_expects_anything();
        users.open();
    }

    @Test
    void it_opens_with_the_figures_of_a_flight_for_those_who_may_see_it() throws Exception {
        OperationReference flight = new SomeFlights(users).answered();

        read("gbcoordinator", "/what-if?flight=" + flight)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Flight " + flight)))
                .andExpect(content()
                        .string(containsString(
                                "&quot;party&quot;:&quot;GB&quot;,&quot;committed&quot;:{&quot;returnees&quot;:22")))
                .andExpect(content().string(containsString("&quot;airport&quot;:&quot;STN&quot;")))
                .andExpect(content().string(containsString("&quot;shortcuts&quot;:[{")));
        read("manager1", "/what-if?flight=" + flight).andExpect(status().isOk());
        read("secoordinator", "/what-if?flight=" + flight)
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("returnees"))));
        read("gbcoordinator", "/flights/" + flight + "/costs")
                .andExpect(content().string(containsString("/what-if?flight=" + flight)));
    }

    /** The page itself offers to begin with a flight that the reader may look at, and no other. */
    @Test
    void a_flight_to_begin_with_is_chosen_among_ones_own() throws Exception {
        OperationReference flight = new SomeFlights(users).answered();
        String choice = "<option value=\"" + flight + "\"";

        read("gbcoordinator", "/what-if").andExpect(content().string(containsString(choice)));
        read("manager1", "/what-if").andExpect(content().string(containsString(choice)));
        read("secoordinator", "/what-if").andExpect(content().string(not(containsString(flight.value()))));
        read("gbcoordinator", "/what-if?flight=" + flight)
                .andExpect(content().string(containsString(choice + " selected=\"selected\"")));
    }

    @Test
    void the_newest_match_of_needs_is_opened_for_those_who_may_look_at_needs() throws Exception {
        read("gbcoordinator", "/what-if/newest-match")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There is no match of needs now.")));
        read("frfinance1", "/what-if").andExpect(content().string(not(containsString("/what-if/newest-match"))));
        read("frfinance1", "/what-if/newest-match").andExpect(status().isForbidden());
        need("FR", "2028-07-01", "LOS", "CDG", "2027-02-01T09:00:00Z");
        need("GB", "2028-07-01", "LOS", "STN", "2027-02-20T09:00:00Z");
        need("SE", "2028-08-01", "TBS", "ARN", "2027-02-02T09:00:00Z");
        need("DE", "2028-08-01", "TBS", "FRA", "2027-02-03T09:00:00Z");

        read("gbcoordinator", "/what-if").andExpect(content().string(containsString("/what-if/newest-match")));
        read("gbcoordinator", "/what-if/newest-match")
                .andExpect(redirectedUrlPattern("/what-if?match=2028-07_*LOS*LOS"));
    }

    private void need(String party, String month, String destination, String embarkation, String entered) {
        database.sql("""
                        insert into need (party, needed_month, destination, embarkation, persons, entered_by, entered_at)
                        values (?, ?, ?, ?, 20, 'somebody', ?)
                        """)
                .params(party, LocalDate.parse(month), destination, embarkation, Timestamp.from(Instant.parse(entered)))
                .update();
    }

    @AfterEach
    void nobody_expects_anything() {
        database.sql("delete from need").update();
    }

    @Test
    void an_unknown_flight_is_not_found() throws Exception {
        read("gbcoordinator", "/what-if?flight=JRO-1999-0001").andExpect(status().isNotFound());
        read("gbcoordinator", "/what-if?flight=nonsense").andExpect(status().isNotFound());
    }

    @Test
    void without_a_flight_it_opens_with_an_example_and_no_script_of_its_own() throws Exception {
        read("auditor", "/what-if")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("48026.20")))
                .andExpect(content().string(not(containsString("<script>"))))
                .andExpect(content().string(containsString("14 and 15 January 2010")));
    }

    private ResultActions read(String reader, String path) throws Exception {
        return web.perform(get(path).with(user(reader)).locale(Locale.ENGLISH));
    }
}
