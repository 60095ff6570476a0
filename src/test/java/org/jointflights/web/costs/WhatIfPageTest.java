package org.jointflights.web.costs;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProcessTest
class WhatIfPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @BeforeEach
    void open() {
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
