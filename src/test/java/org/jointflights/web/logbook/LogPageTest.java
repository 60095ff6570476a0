package org.jointflights.web.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.closing.TypedReasons;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.SomeFiles;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;

/** The log of a flight as people read and write it, and files up and down. */
@ProcessTest
class LogPageTest {

    private static final Pattern ENTRY = Pattern.compile("id=\"entry-([0-9]+)\"");
    private static final byte[] PLAN = SomeFiles.pdf("plan");

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    JdbcClient database;

    @Autowired
    TypedReasons reasons;

    @Autowired
    TransactionOperations transaction;

    private OperationReference flight;
    private String log;

    @BeforeEach
    void a_flight_is_planned() {
        users.open();
        flight = new SomeFlights(users).proposed();
        log = "/flights/" + flight + "/log";
    }

    @Test
    void a_message_and_a_file_go_to_those_they_are_for_and_come_back_as_they_were() throws Exception {
        assertThat(send(get("/flights/" + flight), "gbmonitor").getContentAsString())
                .contains("href=\"" + log + "\"");
        assertThat(write("gbmonitor", "Which <b>gate</b>?\nToday.", "ORGANISER").getRedirectedUrl())
                .isEqualTo(log);
        String entry = entry("frcoordinator");
        assertThat(page("frcoordinator", Locale.ENGLISH))
                .contains("Which &lt;b&gt;gate&lt;/b&gt;?\nToday.")
                .contains("To the organiser only", "Never write the name of a person");
        assertThat(page("frcoordinator", Locale.FRENCH))
                .contains("À l’organisateur seulement", "N’écrivez jamais le nom");

        MockHttpServletResponse added = upload("frcoordinator", entry, "Plan été.pdf", PLAN);
        assertThat(added.getStatus()).as(added.getContentAsString()).isEqualTo(201);
        String file = log + "/" + added.getContentAsString() + "/file";
        MockHttpServletResponse given = send(get(file), "gbdoctor");
        assertThat(given.getStatus()).isEqualTo(200);
        assertThat(given.getContentAsByteArray()).isEqualTo(PLAN);
        assertThat(given.getContentType()).isEqualTo("application/pdf");
        assertThat(given.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Plan%20%C3%A9t%C3%A9.pdf");
        assertThat(given.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(given.getHeader("Cache-Control")).contains("no-store");
        assertThat(page("gbmonitor", Locale.ENGLISH))
                .contains("Plan été.pdf", "not scanned for malicious programs", "Read by 1");

        for (String nobody : new String[] {"escoordinator", "fxfinance1"}) {
            assertThat(send(get(file), nobody).getStatus()).as(nobody).isEqualTo(404);
            assertThat(page(nobody, Locale.ENGLISH)).doesNotContain("Plan", "gate&lt;");
            assertThat(upload(nobody, entry, "a.pdf", PLAN).getStatus()).isEqualTo(404);
        }
        assertThat(send(get(log + "/999999/file"), "escoordinator").getStatus()).isEqualTo(404);
        assertThat(send(get(log + "/x/file"), "escoordinator").getStatus()).isEqualTo(404);
        assertThat(send(get(file), "secoordinator").getStatus()).isEqualTo(403);
        assertThat(send(get(log), "secoordinator").getStatus()).isEqualTo(403);
        assertThat(send(get("/flights/JRO-1999-0001/log"), "frcoordinator").getStatus())
                .isEqualTo(404);
    }

    @Test
    void what_is_refused_is_said_in_a_sentence_as_it_was_typed_and_nothing_is_stored() throws Exception {
        write("gbmonitor", "Which gate?", "ALL");
        String entry = entry("gbmonitor");
        long before = stored();

        MockHttpServletResponse nobody =
                send(post(log).with(csrf()).param("logText", "kept as typed").param("addressed", "SOME"), "gbmonitor");
        assertThat(nobody.getStatus()).isEqualTo(400);
        assertThat(nobody.getContentAsString(StandardCharsets.UTF_8))
                .contains("Parties is empty. Fill it in.", "kept as typed");
        for (Map.Entry<String, byte[]> bad : Map.of(
                        "a.xlsx",
                        SomeFiles.zip(),
                        "a.pdf",
                        new byte[0],
                        "a.exe",
                        PLAN,
                        "../a.pdf",
                        PLAN,
                        "a\u0000.pdf",
                        PLAN,
                        "big.pdf",
                        new byte[AttachedFile.MOST_BYTES + 1])
                .entrySet()) {
            MockHttpServletResponse answer = upload("gbmonitor", entry, bad.getKey(), bad.getValue());
            assertThat(answer.getStatus()).as(bad.getKey()).isIn(400, 413);
            assertThat(answer.getContentType()).startsWith("text/plain");
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).endsWith(".");
        }
        assertThat(send(
                                post(log + "/" + entry + "/file")
                                        .with(csrf())
                                        .contentType("application/pdf")
                                        .content(PLAN),
                                "gbmonitor")
                        .getStatus())
                .isEqualTo(415);
        assertThat(send(
                                post(log + "/" + entry + "/file")
                                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                        .content(PLAN),
                                "gbmonitor")
                        .getStatus())
                .as("without the token of a page")
                .isEqualTo(403);
        assertThat(send(post(log).with(csrf()).param("logText", "x").param("addressed", "ALL"), "auditor")
                        .getStatus())
                .isEqualTo(403);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_file_of_ten_megabytes_is_kept() throws Exception {
        write("gbmonitor", "Which gate?", "ALL");
        byte[] large = java.util.Arrays.copyOf(PLAN, AttachedFile.MOST_BYTES);

        String number =
                upload("gbmonitor", entry("gbmonitor"), "plan.pdf", large).getContentAsString();

        assertThat(send(get(log + "/" + number + "/file"), "frdoctor").getContentAsByteArray())
                .isEqualTo(large);
    }

    @Test
    void after_the_erasure_who_wrote_and_the_hash_are_left() throws Exception {
        write("gbmonitor", "Something about somebody", "ALL");
        String number =
                upload("gbmonitor", entry("gbmonitor"), "about.pdf", PLAN).getContentAsString();

        Map<String, Integer> erased = transaction.execute(status -> reasons.erase(flight));

        assertThat(erased)
                .containsEntry("log_entry.said", 1)
                .containsEntry("log_file.name", 1)
                .containsEntry("log_file_content.content", 1);
        assertThat(page("gbmonitor", Locale.ENGLISH))
                .contains("(text erased)", "SHA-256", "PDF")
                .doesNotContain("about somebody", "about.pdf");
        assertThat(send(get(log + "/" + number + "/file"), "gbmonitor").getStatus())
                .isEqualTo(404);
    }

    private long stored() {
        return database.sql("select count(*) from log_entry where reference = ?")
                .param(flight.value())
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse write(String person, String text, String to) throws Exception {
        return send(post(log).with(csrf()).param("logText", text).param("addressed", to), person);
    }

    private MockHttpServletResponse upload(String person, String entry, String name, byte[] content) throws Exception {
        return send(
                post(log + "/" + entry + "/file")
                        .queryParam("name", name)
                        .with(csrf().asHeader())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(content),
                person);
    }

    private String entry(String person) throws Exception {
        Matcher entry = ENTRY.matcher(page(person, Locale.ENGLISH));
        assertThat(entry.find()).isTrue();
        return entry.group(1);
    }

    private String page(String person, Locale language) throws Exception {
        return send(get(log).locale(language), person).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String person) throws Exception {
        return web.perform(request.with(user(person))).andReturn().getResponse();
    }
}
