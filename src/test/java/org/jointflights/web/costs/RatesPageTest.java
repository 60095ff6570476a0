package org.jointflights.web.costs;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import org.jointflights.process.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The page of exchange rates; of a currency and of months that no other test asks for. */
@ProcessTest
class RatesPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @Test
    void a_file_is_entered_and_one_that_jumps_is_shown_again_until_it_has_been_compared() throws Exception {
        web.perform(get("/rates").with(user("manager1")).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Enter a published file")));
        enter("manager1", "61.5", "2020-01", false)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rates added: 1.")));
        enter("manager1", "71.5", "2020-03", false)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("MKD 2020-01 61.5 → 2020-03 71.5 (16.3 %)")))
                .andExpect(content().string(containsString("isoA3Code")));
        enter("manager1", "71.5", "2020-03", true)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("MKD has no rate from 2020-02 to 2020-02.")));
        enter("manager1", "61.5", "March", true).andExpect(status().isBadRequest());
        // Whoever comes later sees what is missing too: the month between, and all from the last one to the present.
        web.perform(get("/rates").with(user("auditor")).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString(">2020-02</span>")))
                .andExpect(content().string(containsString(">2020-04 to " + YearMonth.now(clock) + "</span>")));
    }

    @Test
    void whoever_reads_rates_need_not_be_allowed_to_enter_them() throws Exception {
        for (String reader : new String[] {"auditor", "frfinance1"}) {
            web.perform(get("/rates").with(user(reader)).locale(Locale.ENGLISH))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("Enter a published file"))));
            enter(reader, "61.5", "2020-05", true).andExpect(status().isForbidden());
        }
        web.perform(get("/rates").with(user("frcoordinator"))).andExpect(status().isForbidden());
    }

    private ResultActions enter(String person, String value, String month, boolean compared) throws Exception {
        var request = post("/rates")
                .with(user(person))
                .with(csrf())
                .locale(Locale.ENGLISH)
                .param("rateFile", "[{\"isoA3Code\":\"MKD\",\"value\":" + value + "}]")
                .param("rateMonth", month);
        return web.perform(compared ? request.param("compared", "yes") : request);
    }
}
