package org.jointflights.web.replay;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ProcessTest
class ReplayPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @BeforeEach
    void open() {
        users.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor"})
    void managers_and_auditors_read_the_report(String reader) throws Exception {
        web.perform(get("/replay").with(user(reader)).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("All 2,861 come out at the sum of the ledger")))
                .andExpect(content().string(containsString("RO-2016-161")))
                .andExpect(content().string(containsString("-590,274.50 EUR")));
        web.perform(get("/").with(user(reader))).andExpect(content().string(containsString("href=\"/replay\"")));
    }

    @Test
    void the_report_is_written_in_french_too() throws Exception {
        web.perform(get("/replay").with(user("auditor")).locale(Locale.FRENCH))
                .andExpect(content().string(containsString("417 703 112,51".replace(' ', '\u202f'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"frfinance1", "gbcoordinator", "executive1"})
    void nobody_else_does(String other) throws Exception {
        web.perform(get("/replay").with(user(other))).andExpect(status().isForbidden());
        web.perform(get("/").with(user(other))).andExpect(content().string(not(containsString("href=\"/replay\""))));
    }
}
