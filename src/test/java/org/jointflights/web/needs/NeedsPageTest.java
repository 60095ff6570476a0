package org.jointflights.web.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.drafts.Drafts;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.money.Money;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.TypedForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What states expect is entered, matched, tried out, and becomes a flight; on a clock that stands at 1 March 2027. */
@ProcessTest
class NeedsPageTest {

    /** Later than any flight of another test, and the last month that can be entered is September 2028. */
    private static final String MONTH = "2028-08";

    /** Of the one flight that is proposed here, and stays: needs to Lagos in that month have a flight from then on. */
    private static final String MONTH_OF_FLIGHT = "2028-09";

    private static final String MATCH = MONTH + "_FR-LOS_GB-LOS_SE-LOS";

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    Drafts drafts;

    @Autowired
    Flights flights;

    @Autowired
    Splits splits;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nobody_expects_anything() {
        users.open();
        clean();
    }

    @AfterEach
    void clean() {
        clock.set(TestClock.START);
        database.sql("delete from outbox where code = 'notice.needMove'").update();
        database.sql("delete from need").update();
        database.sql("delete from start_draft").update();
    }

    @Test
    void from_what_three_states_expect_to_a_flight_whose_shares_are_those_of_the_match() throws Exception {
        threeNeeds(MONTH_OF_FLIGHT);
        String match = MATCH.replace(MONTH, MONTH_OF_FLIGHT);

        String page = read("frcoordinator", "/needs");
        assertThat(page)
                .contains("data-match=\"" + match + "\"")
                .contains("September 2028, Nigeria, Lagos (LOS): France, United Kingdom, Sweden")
                .contains("Paris (CDG) – London (STN) – Stockholm (ARN) – Lagos (LOS) – Paris (CDG)")
                .contains("12,507 km", "301,543.77 EUR", "120,871.13 EUR", "140,179.14 EUR", "40,493.50 EUR")
                .contains("460,139.35 EUR", "60.4 %", "46.9 %")
                .contains("Propose this flight as France");

        assertThat(send("frcoordinator", "/needs/proposal", Map.of("match", match, "party", "FR"))
                        .getRedirectedUrl())
                .isEqualTo("/camunda/app/tasklist/default/#/?processStart=jointFlight");
        Map<String, Object> form = draft("frcoordinator");
        assertThat(form)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "organiser", "FR",
                        "type", "JRO",
                        "destination", "Nigeria",
                        "embarkations", "CDG, STN, ARN",
                        "destinations", "LOS",
                        "capacity", 192,
                        "invited", "GB, SE",
                        "departure", MONTH_OF_FLIGHT + "-01 10:00"));

        form.put("departure", MONTH_OF_FLIGHT + "-15 09:00");
        form.put("capacity", 192L);
        OperationReference reference = users.as("frcoordinator").proposes(form);
        Flight flight = flights.get(reference);
        assertThat(flight.route()).hasToString("CDG – STN – ARN – LOS – CDG");
        assertThat(flight.route().km()).isEqualTo(12_507);
        Split split = shared(reference);
        assertThat(split.totals())
                .containsExactly(
                        Map.entry(new Party("FR"), Money.euro(120_871_13)),
                        Map.entry(new Party("GB"), Money.euro(140_179_14)),
                        Map.entry(new Party("SE"), Money.euro(40_493_50)));

        // The needs have their flight: they say so to whom it is open, and nobody proposes it again.
        String after = read("secoordinator", "/needs");
        assertThat(after).contains("/flights/" + reference).doesNotContain("data-match");
        assertThat(read("atcoordinator", "/needs"))
                .doesNotContain(reference.value())
                .contains("a flight is planned");
        assertThat(send("frcoordinator", "/needs/proposal", Map.of("match", match, "party", "FR"))
                        .getStatus())
                .isEqualTo(409);
    }

    /** The seats of the needs are answered, and the aircraft is quoted at what the match assumed. */
    private Split shared(OperationReference reference) {
        answers("frcoordinator", reference, 24, "CDG");
        answers("gbcoordinator", reference, 30, "STN");
        answers("secoordinator", reference, 10, "ARN");
        TasklistUsers.Person france = users.as("frcoordinator");
        france.completes("userTask_consolidatePlan", reference, TypedForms.settledPlan());
        france.completes("userTask_enterQuote", reference, TypedForms.quote("Air One", "301,543.77", false));
        france.completes("userTask_chooseCarrier", reference, Map.of("quote", "1"));
        users.runJobs(reference);
        france.completes(
                "userTask_addCostItem",
                reference,
                Map.of(
                        "action", "ADD",
                        "category", "CHARTER",
                        "description", "Aircraft",
                        "amount", "301,543.77",
                        "payer", "FR",
                        "sharing", "ALL",
                        "key", "LEG_SHARE_BY_SEATS",
                        "another", "NO"));
        users.runJobs(reference);
        return splits.current(reference).orElseThrow();
    }

    private void answers(String user, OperationReference reference, int persons, String embarkation) {
        users.as(user)
                .completes(
                        "userTask_answerOffer", reference, TypedForms.seats(persons, 2 * persons, embarkation, true));
    }

    @Test
    void whoever_else_is_in_a_match_sees_what_it_costs_with_them_as_organiser_and_may_propose_it_so() throws Exception {
        threeNeeds();

        assertThat(read("gbcoordinator", "/needs"))
                .contains(
                        "If United Kingdom organises: London (STN) – Stockholm (ARN) – Paris (CDG) – Lagos (LOS) – London (STN); aircraft 306,197.00 EUR, of which"
                                + " United Kingdom pays 171,846.28 EUR.")
                .contains("Propose this flight as United Kingdom")
                .doesNotContain("Propose this flight as France");
        assertThat(send("gbcoordinator", "/needs/proposal", Map.of("match", MATCH, "party", "GB"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(draft("gbcoordinator"))
                .containsEntry("organiser", "GB")
                .containsEntry("embarkations", "STN, ARN, CDG")
                .containsEntry("invited", "FR, SE");
        assertThat(read("atcoordinator", "/needs")).contains("data-match").doesNotContain("Propose this flight");
        assertThat(read("manager1", "/needs"))
                .contains("data-match")
                .doesNotContain("Propose this flight")
                .doesNotContain("id=\"enter\"");
    }

    @Test
    void what_is_assumed_can_be_changed_and_goes_along_to_what_if() throws Exception {
        threeNeeds();

        assertThat(read("frcoordinator", "/needs?perKm=20&seatsPerPerson=2&largestAircraft=200"))
                .contains("250,140.00 EUR", "seats: 128")
                .contains("/what-if?match=" + MATCH + "&amp;perKm=20.00&amp;seatsPerPerson=2&amp;largestAircraft=200");
        assertThat(read("frcoordinator", "/what-if?match=" + MATCH + "&perKm=20&seatsPerPerson=2&largestAircraft=200"))
                .contains("What if they fly together?")
                .contains("&quot;amount&quot;:&quot;250140.00&quot;")
                .contains("&quot;yardstick&quot;:&quot;QUOTES&quot;");
        assertThat(answer("frfinance1", get("/what-if?match=" + MATCH)).getStatus())
                .isEqualTo(403);
        assertThat(answer("frcoordinator", get("/what-if?match=nothing")).getStatus())
                .isEqualTo(404);
        assertThat(answer("frcoordinator", get("/what-if?match=2028-08_FR-LOS_DE-LOS"))
                        .getStatus())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "perKm, 0, Charter&#44; EUR a kilometre cannot be “0.00 EUR”. Enter a price above zero and up to 1&#44;000.00 EUR.",
        "perKm, 1000.01, Enter a price above zero",
        "perKm, abc, Charter&#44; EUR a kilometre cannot be “abc”",
        "seatsPerPerson, 7, Enter a whole number from 1 to 6.",
        "seatsPerPerson, 99999999999, Enter a whole number",
        "largestAircraft, 501, Enter a whole number from 1 to 500.",
        "largestAircraft, 0, Enter a whole number from 1 to 500."
    })
    void what_no_charter_has_is_refused(String field, String value, String sentence) throws Exception {
        MockHttpServletResponse answer = answer("frcoordinator", get("/needs?" + field + "=" + value));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains(sentence.replace("&#44;", ","));
    }

    @Test
    void matches_of_the_readers_own_state_come_first() throws Exception {
        enters("frcoordinator", "FR", "2028-07", "LOS", "CDG", "24");
        enters("gbcoordinator", "GB", "2028-07", "LOS", "STN", "30");
        enters("secoordinator", "SE", MONTH, "LOS", "ARN", "30");
        enters("escoordinator", "ES", MONTH, "LOS", "MAD", "24");

        String earlier = "data-match=\"2028-07";
        String later = "data-match=\"" + MONTH;
        assertThat(read("frcoordinator", "/needs")).containsSubsequence(earlier, later);
        assertThat(read("secoordinator", "/needs")).containsSubsequence(later, earlier);
    }

    @Test
    void a_state_that_moves_its_need_by_a_month_as_the_page_asks_is_in_a_match() throws Exception {
        String next = "2028-07";
        enters("frcoordinator", "FR", MONTH, "LOS", "CDG", "24");
        enters("gbcoordinator", "GB", next, "LOS", "STN", "30");

        assertThat(read("gbcoordinator", "/needs"))
                .contains("If France moved its 24 people from August 2028 to July 2028.")
                .contains("data-moved=\"2028-07_")
                .doesNotContain("data-match=", "/needs/move\"");
        assertThat(read("frcoordinator", "/needs")).contains("Move the need of France from August 2028 to July 2028");

        Map<String, String> move = Map.of("party", "FR", "month", MONTH, "destination", "LOS", "toMonth", next);
        assertThat(send("gbcoordinator", "/needs/move", move).getStatus()).isEqualTo(403);
        assertThat(send("frcoordinator", "/needs/move", move).getStatus()).isEqualTo(302);
        assertThat(read("frcoordinator", "/needs"))
                .contains("data-need=\"FR 2028-07 LOS\"", "data-match=\"2028-07_")
                .doesNotContain("data-need=\"FR 2028-08 LOS\"", "data-moved=");

        enters("frcoordinator", "FR", MONTH, "LOS", "CDG", "5");
        MockHttpServletResponse taken = send("frcoordinator", "/needs/move", move);
        assertThat(taken.getStatus()).isEqualTo(409);
        assertThat(taken.getContentAsString(StandardCharsets.UTF_8))
                .contains("expects people in 2028-07 at LOS already");
    }

    /** Whoever could fly with a state that would have to move asks it; it is told, once a day, and nothing else happens. */
    @Test
    void a_state_that_would_have_to_move_is_asked_once_a_day() throws Exception {
        String next = "2028-07";
        enters("frcoordinator", "FR", MONTH, "LOS", "CDG", "24");
        enters("gbcoordinator", "GB", next, "LOS", "STN", "30");
        Map<String, String> ask = Map.of(
                "asker",
                "GB",
                "party",
                "FR",
                "month",
                MONTH,
                "destination",
                "LOS",
                "toMonth",
                next,
                "seatsPerPerson",
                "2");

        assertThat(read("gbcoordinator", "/needs")).contains("Ask France to move from August 2028 to July 2028");
        assertThat(read("frcoordinator", "/needs")).doesNotContain("/needs/question\"");
        assertThat(read("secoordinator", "/needs")).contains("data-moved=").doesNotContain("/needs/question\"");
        assertThat(send("frcoordinator", "/needs/question", ask).getStatus()).isEqualTo(403);
        assertThat(send("manager1", "/needs/question", ask).getStatus()).isEqualTo(403);

        MockHttpServletResponse asked = send("gbcoordinator", "/needs/question", ask);
        assertThat(asked.getRedirectedUrl())
                .isEqualTo("/needs?perKm=24.11&seatsPerPerson=2&largestAircraft=250#h-moved");
        String told = "United Kingdom asked France on 1 Mar 2027, 09:00 UTC:";
        assertThat(read("gbcoordinator", "/needs")).contains(told).doesNotContain("/needs/question\"");
        assertThat(read("frcoordinator", "/needs")).contains(told, "Move the need of France");
        assertThat(read("frcoordinator", "/notices"))
                .contains(
                        "United Kingdom asks you to move your 24 people (48 seats) for Lagos (LOS) from 2028-08 to 2028-07:")
                .contains("href=\"/needs\">Needs");
        assertThat(answer("frcoordinator", get("/notices"), Locale.FRENCH).getContentAsString(StandardCharsets.UTF_8))
                .contains("Royaume-Uni vous demande de décaler vos 24 personnes (48 sièges) pour Lagos (LOS)");
        assertThat(read("secoordinator", "/notices")).doesNotContain("asks you to move");

        MockHttpServletResponse again = send("gbcoordinator", "/needs/question", ask);
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(again.getContentAsString(StandardCharsets.UTF_8))
                .contains("France has been asked about this need today already, by United Kingdom.");
        assertThat(notices()).isEqualTo(1);
        clock.set(TestClock.START.plus(Duration.ofDays(1)));
        assertThat(read("gbcoordinator", "/needs")).contains("/needs/question\"");
        assertThat(send("gbcoordinator", "/needs/question", ask).getStatus()).isEqualTo(302);
        assertThat(notices()).isEqualTo(2);
    }

    /** Nobody is asked for what would make no match: not in another month, and not for a state that would not fly. */
    @ParameterizedTest
    @CsvSource({"toMonth, 2028-09", "toMonth, July", "month, 2028-07", "destination, ACC", "party, GB", "asker, SE"})
    void nobody_is_asked_to_move_for_nothing(String field, String value) throws Exception {
        enters("frcoordinator", "FR", MONTH, "LOS", "CDG", "24");
        enters("gbcoordinator", "GB", "2028-07", "LOS", "STN", "30");
        Map<String, String> ask = new HashMap<>(
                Map.of("asker", "GB", "party", "FR", "month", MONTH, "destination", "LOS", "toMonth", "2028-07"));
        ask.put(field, value);

        MockHttpServletResponse refused =
                send(field.equals("asker") ? "secoordinator" : "gbcoordinator", "/needs/question", ask);

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("nothing would come of this move");
        assertThat(notices()).isZero();
    }

    private int notices() {
        return database.sql("select count(*) from outbox where code = 'notice.needMove'")
                .query(Integer.class)
                .single();
    }

    /** Whoever has entered a need reads what was kept, what it makes now, and what comes next. */
    @Test
    void a_word_comes_back_on_what_was_entered() throws Exception {
        String next = "2028-07";
        assertThat(wordBack("frcoordinator", "FR", MONTH, "24"))
                .contains("Kept: France, August 2028 to Nigeria, Lagos (LOS): 24 from Paris (CDG).")
                .contains("It makes no match now: no other state expects anybody there or near in that month.")
                .contains("Next: nothing for you to do.");
        assertThat(wordBack("gbcoordinator", "GB", next, "30"))
                .contains("Matches that it would make if somebody moved by a month: 1.")
                .contains("Next: ask the other state to move.");
        assertThat(wordBack("frcoordinator", "FR", MONTH, "23")).contains("Next: move it there");
        assertThat(wordBack("secoordinator", "SE", MONTH, "10"))
                .contains("It makes 1 match now: with France. All together save")
                .contains("Next: ")
                .contains("href=\"#match-2028-08_FR-LOS_SE-LOS\"");
        MockHttpServletResponse moved = send(
                "gbcoordinator",
                "/needs/move",
                Map.of("party", "GB", "month", next, "destination", "LOS", "toMonth", MONTH));
        assertThat(moved.getRedirectedUrl()).isEqualTo("/needs?kept=GB_2028-08_LOS#kept");
        assertThat(read("gbcoordinator", "/needs?kept=GB_2028-08_LOS"))
                .contains("It makes 1 match now: with France, Sweden.");
        // Of another state's, and of what does not count, nothing is said.
        assertThat(read("gbcoordinator", "/needs?kept=FR_2028-08_LOS")).doesNotContain("id=\"kept\"");
        assertThat(read("gbcoordinator", "/needs?kept=GB_2028-07_LOS")).doesNotContain("id=\"kept\"");
        assertThat(read("gbcoordinator", "/needs?kept=%3Cscript%3E")).doesNotContain("<script>", "id=\"kept\"");
    }

    private String wordBack(String person, String party, String month, String persons) throws Exception {
        MockHttpServletResponse kept = send(
                person,
                "/needs",
                need(party, month, "LOS", Map.of("FR", "CDG", "GB", "STN").getOrDefault(party, "ARN"), persons));
        assertThat(kept.getRedirectedUrl()).isEqualTo("/needs?kept=%s_%s_LOS#kept".formatted(party, month));
        return read(person, "/needs?kept=%s_%s_LOS".formatted(party, month));
    }

    /** Of the present month the first has passed: the departure is left to whoever proposes. */
    @Test
    void in_the_present_month_no_departure_is_proposed() throws Exception {
        threeNeeds("2027-03");

        send("frcoordinator", "/needs/proposal", Map.of("match", MATCH.replace(MONTH, "2027-03"), "party", "FR"));

        assertThat(draft("frcoordinator")).containsEntry("organiser", "FR").doesNotContainKey("departure");
    }

    @Test
    void a_need_entered_again_takes_the_place_of_the_one_before_and_can_be_withdrawn() throws Exception {
        enters("frcoordinator", "FR", MONTH, "los", "CDG", "24");
        enters("frcoordinator", "FR", MONTH, "LOS", "LBG", "3");

        assertThat(read("frcoordinator", "/needs"))
                .containsOnlyOnce("data-need=\"FR 2028-08 LOS\"")
                .contains(
                        "FR, August 2028 to Lagos (LOS): 24 from Paris (CDG)",
                        "FR, August 2028 to Lagos (LOS): 3 from Paris (LBG)")
                .contains("no other state expects anybody there or near in that month.");
        // A small count is shown as it is, to those who may look.
        assertThat(read("gbcoordinator", "/needs")).contains("FR 3");

        Map<String, String> same = Map.of("party", "FR", "month", MONTH, "destination", "LOS");
        assertThat(send("gbcoordinator", "/needs/withdrawal", same).getStatus()).isEqualTo(403);
        assertThat(send("frcoordinator", "/needs/withdrawal", same).getStatus()).isEqualTo(302);
        assertThat(read("frcoordinator", "/needs"))
                .doesNotContain("data-need=")
                .contains("FR, August 2028 to Lagos (LOS): withdrawn");
        assertThat(send("frcoordinator", "/needs/withdrawal", same).getStatus()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "month, 2027-02, Month cannot be “2027-02”. Enter a month from 2027-03 to 2028-09.",
        "month, 2028-10, Enter a month from 2027-03 to 2028-09.",
        "month, March, Enter a month from",
        "destination, XXX, Destination cannot be “XXX”. Enter the IATA code of a known airport",
        "destination, CDG, That airport is in FR itself",
        "embarkation, LOS, People board there",
        "embarkation, '', Embarkation airport is empty",
        "persons, 0, People to be returned cannot be “0”. Enter a whole number from 1 to 500.",
        "persons, -3, Enter a whole number from 1 to 500.",
        "persons, 501, Enter a whole number from 1 to 500.",
        "persons, 99999999999999999999, Enter a whole number from 1 to 500.",
        "persons, 2.5, Enter a whole number from 1 to 500."
    })
    void what_cannot_be_is_refused_with_what_would_be_right(String field, String value, String sentence)
            throws Exception {
        Map<String, String> typed = new HashMap<>(need("FR", MONTH, "LOS", "CDG", "24"));
        typed.put(field, value);

        MockHttpServletResponse answer = send("frcoordinator", "/needs", typed);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains(sentence)
                .contains("value=\"" + typed.get("persons") + "\"");
        assertThat(database.sql("select count(*) from need")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_state_enters_for_itself_alone() throws Exception {
        assertThat(send("gbcoordinator", "/needs", need("FR", MONTH, "LOS", "CDG", "24"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(send("fxcoordinator", "/needs", need("FX", MONTH, "LOS", "WAW", "24"))
                        .getStatus())
                .as("Frontex has nobody to return")
                .isEqualTo(403);
        for (String other : List.of("manager1", "auditor", "frfinance1", "admin")) {
            assertThat(send(other, "/needs", need("FR", MONTH, "LOS", "CDG", "24"))
                            .getStatus())
                    .as(other)
                    .isEqualTo(403);
        }
        threeNeeds();
        assertThat(send("gbcoordinator", "/needs/proposal", Map.of("match", MATCH, "party", "FR"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(send("decoordinator", "/needs/proposal", Map.of("match", MATCH, "party", "DE"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_state_has_two_hundred_needs_at_most() throws Exception {
        for (int i = 0; i < 200; i++) {
            String destination = List.of("LOS", "ACC", "TBS", "EVN", "KBL", "ISB", "BGW", "FIH", "BJM", "CAI", "TUN")
                    .get(i % 11);
            database.sql("""
                            insert into need (party, needed_month, destination, embarkation, persons, entered_by, entered_at)
                            values ('FR', ?, ?, 'CDG', 1, 'frcoordinator', current_timestamp)
                            """)
                    .params(LocalDate.of(2027, 3, 1).plusMonths(i / 11), destination)
                    .update();
        }

        MockHttpServletResponse answer = send("frcoordinator", "/needs", need("FR", MONTH, "UIO", "CDG", "1"));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("FR has 200 needs already");
        assertThat(send("frcoordinator", "/needs", need("FR", MONTH, "LOS", "CDG", "2"))
                        .getStatus())
                .as("a change")
                .isEqualTo(302);
    }

    @Test
    void entries_are_deleted_a_year_after_their_month() throws Exception {
        for (String month : List.of("2026-02-01", "2026-03-01")) {
            database.sql("""
                            insert into need (party, needed_month, destination, embarkation, persons, entered_by, entered_at)
                            values ('FR', ?, 'LOS', 'CDG', 1, 'frcoordinator', current_timestamp)
                            """).param(LocalDate.parse(month)).update();
        }

        enters("frcoordinator", "FR", MONTH, "LOS", "CDG", "24");

        assertThat(database.sql("select needed_month from need order by needed_month")
                        .query(LocalDate.class)
                        .list())
                .extracting(Object::toString)
                .containsExactly("2026-03-01", "2028-08-01");
    }

    @Test
    void french_readers_read_french() throws Exception {
        threeNeeds();

        assertThat(answer("frcoordinator", get("/needs"), Locale.FRENCH).getContentAsString(StandardCharsets.UTF_8))
                .contains("août 2028, Nigeria, Lagos (LOS)")
                .contains("46,9\u00a0%")
                .contains("Proposer ce vol (France)")
                .doesNotContain("??");
    }

    private void threeNeeds() throws Exception {
        threeNeeds(MONTH);
    }

    private void threeNeeds(String month) throws Exception {
        enters("secoordinator", "SE", month, "LOS", "ARN", "10");
        enters("frcoordinator", "FR", month, "LOS", "CDG", "24");
        enters("gbcoordinator", "GB", month, "LOS", "STN", "30");
    }

    private void enters(
            String person, String party, String month, String destination, String embarkation, String persons)
            throws Exception {
        assertThat(send(person, "/needs", need(party, month, destination, embarkation, persons))
                        .getStatus())
                .isEqualTo(302);
    }

    private static Map<String, String> need(
            String party, String month, String destination, String embarkation, String persons) {
        return Map.of(
                "party", party,
                "month", month,
                "destination", destination,
                "embarkation", embarkation,
                "persons", persons);
    }

    private Map<String, Object> draft(String person) throws Exception {
        return new ObjectMapper()
                .readValue(drafts.ofStart("jointFlight", person).orElseThrow(), new TypeReference<>() {});
    }

    private String read(String person, String address) throws Exception {
        MockHttpServletResponse answer = answer(person, get(address));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String person, String address, Map<String, String> typed) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(csrf());
        typed.forEach(request::param);
        return answer(person, request);
    }

    private MockHttpServletResponse answer(String person, MockHttpServletRequestBuilder request) throws Exception {
        return answer(person, request, Locale.ENGLISH);
    }

    private MockHttpServletResponse answer(String person, MockHttpServletRequestBuilder request, Locale language)
            throws Exception {
        return web.perform(request.with(user(person)).locale(language))
                .andReturn()
                .getResponse();
    }
}
