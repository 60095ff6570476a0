package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.AsIfSignedIn;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The auditors' command, page and files about the trail, on a database of their own, which they share. */
@SpringBootTest(properties = "spring.datasource.url=" + VerifySignaturesTest.DATABASE)
@AutoConfigureMockMvc
@ActiveProfiles("example")
@TestPropertySource("classpath:test.properties")
@Import({AsIfSignedIn.class, TestClock.class, TasklistUsers.class})
class VerifyTrailTest {

    private static final String GOOD = "Every entry is what was written, and none is missing.";

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    LogAdministration log;

    @Autowired
    JdbcClient database;

    private OperationReference flight;

    @BeforeEach
    void a_flight_is_planned_and_an_administrator_acts() {
        users.open();
        flight = new SomeFlights(users).sharing();
        users.as("admin")
                .does(() -> log.record("people.administration.partyAdded", "ZZ", "a \"new\", \r\nauthority; é"));
    }

    @Test
    void a_stranger_verifies_both_files_with_what_the_documents_say_and_finds_what_was_changed_in_one()
            throws Exception {
        String trail = file("manager1", "/trail.csv");
        String administration = file("auditor", "/administration.csv");

        assertThat(trail).contains(flight.value(), "trail.proposed");
        assertThat(administration).contains("ZZ", "authority; é");
        List<String> heads = List.of(strangersHead(trail), strangersHead(administration));
        web.perform(get("/verification").with(user("auditor")).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString(heads.get(0))))
                .andExpect(content().string(containsString(heads.get(1))))
                .andExpect(content().string(containsString(GOOD)));
        assertThat(strangersHead(trail.replaceFirst("frcoordinator", "frcoordinatoR")))
                .startsWith("does not fit: ");
        assertThat(strangersHead(administration.replace("authority; é", "authority; e")))
                .startsWith("does not fit: ");
        assertThat(strangersHead(trail.replaceFirst("\n7,[^\n]*\n", "\n"))).isEqualTo("does not fit: 8");
    }

    @Test
    void the_command_ends_with_0_where_nothing_was_touched_and_says_how_far_it_goes() throws Exception {
        String head = strangersHead(file("manager1", "/trail.csv"));

        Printed printed = verified("--verify-trail");

        assertThat(printed.exitCode).as(printed.lines.toString()).isZero();
        assertThat(printed.lines.get(0)).startsWith("Trail: entries: ").endsWith(" SHA-256 " + head + ".");
        assertThat(printed.lines).hasSize(3).endsWith(GOOD);

        Printed contains = verified("--verify-trail=" + head);
        assertThat(contains.exitCode).isZero();
        assertThat(contains.lines).last().asString().endsWith("what was written down earlier is contained.");
    }

    @Test
    void the_command_ends_with_1_and_names_the_first_break_and_the_page_says_it_in_both_languages() throws Exception {
        database.sql("drop trigger trail_append_only").update();
        long entry = database.sql("select max(id) from trail").query(Long.class).single();
        String actor = database.sql("select actor from trail where id = ?")
                .param(entry)
                .query(String.class)
                .single();
        database.sql("update trail set actor = 'nobody' where id = ?")
                .param(entry)
                .update();
        try {
            Printed printed = verified("--verify-trail", "--verify-signatures");

            assertThat(printed.exitCode).isEqualTo(1);
            assertThat(printed.lines)
                    .last()
                    .asString()
                    .startsWith("Faults: 1. The first: Trail, number ")
                    .contains("the entry with id " + entry + " (flight " + flight + ", by nobody, ");
            assertThat(page(Locale.ENGLISH))
                    .contains("the entry with id " + entry)
                    .doesNotContain(GOOD);
            assertThat(page(Locale.FRENCH)).contains("l’inscription d’id " + entry + " (vol " + flight);
        } finally {
            database.sql("update trail set actor = ? where id = ?")
                    .params(actor, entry)
                    .update();
            database.sql("create trigger trail_append_only before update, delete on trail for each row"
                            + " call 'org.jointflights.persistence.example.ErasureOnlyTrigger'")
                    .update();
        }
        assertThat(verified("--verify-trail").exitCode).isZero();
    }

    @Test
    void what_was_typed_and_is_erased_reads_so_on_both_pages_and_in_the_file_and_every_check_still_fits()
            throws Exception {
        String written = strangersHead(file("auditor", "/administration.csv"));
        users.as("admin").does(() -> log.record("people.administration.partyAdded", "ZY", "Jane Roe, 5 Mill Lane"));
        assertThat(logPage(Locale.ENGLISH)).contains("Added ZY as a party; its authority: Jane Roe, 5 Mill Lane");
        String before = strangersHead(file("auditor", "/administration.csv"));

        database.sql("update administration_log set arguments = null, salt = null where arguments like '%Jane Roe%'")
                .update();
        database.sql("update trail set arguments = null, salt = null where reference = ?")
                .param(flight.value())
                .update();

        assertThat(logPage(Locale.ENGLISH))
                .contains("Added ZY as a party; its authority: (text erased)")
                .doesNotContain("Jane Roe");
        assertThat(logPage(Locale.FRENCH)).contains("(texte effacé)").doesNotContain("Jane Roe");
        assertThat(flightPage(Locale.ENGLISH)).contains("(text erased)");
        assertThat(flightPage(Locale.FRENCH)).contains("(texte effacé)");
        String file = file("auditor", "/administration.csv");
        assertThat(file).doesNotContain("Jane Roe");
        assertThat(strangersHead(file)).isEqualTo(before);
        assertThat(strangersHead(file.replaceFirst("\"\\[\"\"ZY\"\"", "\"[\"\"ZX\"\"")))
                .startsWith("does not fit: ");
        assertThat(strangersHead(file("manager1", "/trail.csv"))).doesNotContain("does not fit");
        assertThat(verified("--verify-trail=" + written).exitCode).isZero();
    }

    @Test
    void what_was_written_down_wrongly_is_refused_in_a_sentence_and_what_is_not_contained_is_a_fault() {
        Printed mistyped = verified("--verify-trail=12");
        assertThat(mistyped.exitCode).isEqualTo(2);
        assertThat(mistyped.lines).singleElement().asString().contains("“12” is not a number, a colon and a SHA-256");

        Printed lost = verified("--verify-trail=1:" + "a".repeat(64));
        assertThat(lost.exitCode).isEqualTo(1);
        assertThat(lost.lines).last().asString().startsWith("Faults: 1. The first: No chain contains number 1 with ");
    }

    private String file(String reader, String address) throws Exception {
        return web.perform(get(address).with(user(reader)))
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", "attachment"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(Locale language) throws Exception {
        return page("manager1", "/verification", language);
    }

    private String logPage(Locale language) throws Exception {
        return page("auditor", "/administration", language);
    }

    private String flightPage(Locale language) throws Exception {
        return page("manager1", "/flights/" + flight + "/print", language);
    }

    private String page(String reader, String address, Locale language) throws Exception {
        return web.perform(get(address).with(user(reader)).locale(language))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** What docs/trail.md tells a stranger to do, written anew: the head, or the number of the row that does not fit. */
    private static String strangersHead(String csv) throws Exception {
        String before = "0".repeat(64);
        int number = 0;
        List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
        for (CSVRecord row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>(List.of(before));
            cells.addAll(row.toList().subList(0, row.size() - 3));
            String digest = row.get(row.size() - 4);
            String arguments = row.get(row.size() - 3);
            String salt = row.get(row.size() - 2);
            before = sha256(cells);
            number++;
            boolean changed = !(arguments + salt).isEmpty()
                    && !sha256(List.of(salt, arguments)).equals(digest);
            if (changed
                    || !row.get(0).equals("" + number)
                    || !row.get(row.size() - 1).equals(before)) {
                return "does not fit: " + row.get(0);
            }
        }
        return number + ":" + before;
    }

    private static String sha256(List<String> cells) throws Exception {
        ByteArrayOutputStream spelling = new ByteArrayOutputStream();
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            String length = bytes.length == 0 ? "-" : bytes.length + ":";
            spelling.write(length.getBytes(StandardCharsets.US_ASCII));
            spelling.write(bytes);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spelling.toByteArray()));
    }

    private record Printed(int exitCode, List<String> lines) {}

    private static Printed verified(String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--spring.profiles.active=example");
        arguments.add("--spring.datasource.url=" + VerifySignaturesTest.DATABASE);
        int exitCode =
                VerifyCommand.run(arguments.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Printed(
                exitCode, out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
