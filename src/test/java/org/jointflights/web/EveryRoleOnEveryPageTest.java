package org.jointflights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Who may see what, of every page that there is. */
@ProcessTest
class EveryRoleOnEveryPageTest {

    private static final String FRANCE_ORGANISES = "FR";
    private static final String BRITAIN_FLIES = "GB";
    private static final String SPAIN_WITHDREW = "ES";
    private static final String SWEDEN_WAS_NEVER_ASKED = "SE";
    private static final String FRONTEX_PAYS = "FX";

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    LogAdministration log;

    @Autowired
    Participations participations;

    private record Visitor(Role role, String party) {

        String name() {
            if (role == Role.ADMINISTRATOR) {
                return "admin";
            }
            String word = role.isOfParty() ? role.groupOf(new Party(party)) : role.group();
            return (word + (role.people() > 1 ? "1" : "")).toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void a_flight_and_its_figures_are_open_to_the_same_people_and_its_accounts_to_those_who_share_its_cost()
            throws Exception {
        OperationReference flight = flight();
        List<String> pages = List.of(
                "/flights/{flight}",
                "/flights/{flight}/plan",
                "/flights/{flight}/costs",
                "/flights/{flight}/signatures",
                "/flights/{flight}/operation",
                "/flights/{flight}/accounts",
                "/flights/{flight}/history",
                "/flights/{flight}/history?party=FR",
                "/flights/{flight}/history.csv",
                "/flights/{flight}/history.json",
                "/flights/{flight}/print",
                "/flights/{flight}/models/jointFlight.bpmn",
                "/flights/{flight}/pictures/timeline.svg",
                "/flights/{flight}/pictures/route.svg",
                "/flights/{flight}/pictures/seats.svg",
                "/what-if?flight={flight}",
                "/api/flights/{flight}");
        List<String> accounts = List.of(
                "/flights/{flight}/statement",
                "/flights/{flight}/statement.xlsx",
                "/flights/{flight}/statement.pdf",
                "/flights/{flight}/pictures/money.svg",
                "/api/flights/{flight}/statement");
        List<String> lists = List.of(
                "/flights?text={flight}",
                "/timeline?text={flight}",
                "/flights.csv?text={flight}",
                "/api/flights?text={flight}");

        for (Visitor visitor : visitors()) {
            boolean open = !visitor.party().equals(SWEDEN_WAS_NEVER_ASKED);
            for (String page : pages) {
                assertThat(read(visitor, page, flight).getStatus())
                        .as("%s opens %s", visitor.name(), page)
                        .isEqualTo(open ? 200 : 403);
            }
            // Of a flight that has not ended those who would publish its record are told that there is none yet.
            for (String page : List.of("/flights/{flight}/public-record", "/flights/{flight}/public-record.json")) {
                assertThat(read(visitor, page, flight).getStatus())
                        .as("%s opens %s", visitor.name(), page)
                        .isEqualTo(publishes(visitor) ? 404 : 403);
            }
            boolean shares = open && !visitor.party().equals(SPAIN_WITHDREW);
            for (String page : accounts) {
                assertThat(read(visitor, page, flight).getStatus())
                        .as("%s opens %s", visitor.name(), page)
                        .isEqualTo(shares ? 200 : 403);
            }
            String shown = read(visitor, "/flights/{flight}/print", flight).getContentAsString(StandardCharsets.UTF_8);
            assertThat(shown.contains("/statement"))
                    .as("%s finds the statement", visitor.name())
                    .isEqualTo(shares);
            assertThat(shown.contains("money-title"))
                    .as("%s is shown who pays what", visitor.name())
                    .isEqualTo(shares);
            for (String list : lists) {
                MockHttpServletResponse answer = read(visitor, list, flight);
                assertThat(answer.getStatus()).isEqualTo(200);
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8).contains("Nigeria"))
                        .as("%s finds the flight in %s", visitor.name(), list)
                        .isEqualTo(open);
            }
        }
    }

    private static boolean publishes(Visitor visitor) {
        return Set.of(Role.MANAGER, Role.AUDITOR, Role.RIGHTS_OFFICER, Role.EXECUTIVE)
                        .contains(visitor.role())
                || (visitor.role() == Role.COORDINATOR && visitor.party().equals(FRANCE_ORGANISES));
    }

    @Test
    void what_concerns_no_single_flight_is_open_by_role() throws Exception {
        OperationReference flight = flight();
        Map<String, Set<Role>> pages = Map.ofEntries(
                Map.entry("/", Set.of(Role.values())),
                Map.entry("/notices", Set.of(Role.values())),
                Map.entry("/what-if", Set.of(Role.values())),
                Map.entry("/what-if/compare", Set.of(Role.values())),
                Map.entry("/password", Set.of(Role.values())),
                Map.entry("/accounts/payments", Set.of(Role.FINANCE)),
                Map.entry("/accounts/flight-hours", Set.of(Role.FINANCE, Role.MANAGER, Role.AUDITOR, Role.EXECUTIVE)),
                Map.entry("/needs", Set.of(Role.COORDINATOR, Role.MANAGER, Role.AUDITOR)),
                Map.entry("/replay", Set.of(Role.MANAGER, Role.AUDITOR)),
                Map.entry("/verification", Set.of(Role.MANAGER, Role.AUDITOR)),
                Map.entry("/reports/2027-H1", Set.of(Role.MANAGER, Role.AUDITOR, Role.RIGHTS_OFFICER, Role.EXECUTIVE)),
                Map.entry("/figures", Set.of(Role.MANAGER, Role.AUDITOR, Role.RIGHTS_OFFICER, Role.EXECUTIVE)),
                Map.entry(
                        "/figures/days-waiting.csv",
                        Set.of(Role.MANAGER, Role.AUDITOR, Role.RIGHTS_OFFICER, Role.EXECUTIVE)),
                Map.entry("/trail.csv", Set.of(Role.MANAGER, Role.AUDITOR)),
                Map.entry("/administration.csv", Set.of(Role.ADMINISTRATOR, Role.AUDITOR)),
                Map.entry("/administration", Set.of(Role.ADMINISTRATOR, Role.AUDITOR)),
                Map.entry("/admin/system", Set.of(Role.ADMINISTRATOR, Role.AUDITOR)),
                Map.entry("/admin/rehearsal", Set.of(Role.ADMINISTRATOR)),
                Map.entry("/admin/parties", Set.of(Role.ADMINISTRATOR)),
                Map.entry("/admin/people", Set.of(Role.ADMINISTRATOR)),
                Map.entry("/admin/people/add-person", Set.of(Role.ADMINISTRATOR)),
                Map.entry("/admin/people/frfinance1", Set.of(Role.ADMINISTRATOR)));

        for (Visitor visitor : visitors()) {
            for (Map.Entry<String, Set<Role>> page : pages.entrySet()) {
                assertThat(read(visitor, page.getKey(), flight).getStatus())
                        .as("%s opens %s", visitor.name(), page.getKey())
                        .isEqualTo(page.getValue().contains(visitor.role()) ? 200 : 403);
            }
        }
    }

    @Test
    void frontex_sees_every_flight_but_no_more_of_a_states_answers_than_another_state() throws Exception {
        OperationReference flight = flight();

        for (String other : List.of("fxcoordinator", "gbcoordinator")) {
            assertThat(flightPage(other, flight))
                    .contains("Something waits for France (FR).")
                    .doesNotContain("FR takes part");
        }
        assertThat(flightPage("manager1", flight)).contains("FR takes part").doesNotContain("Something waits for");
    }

    @Test
    void what_an_administrator_did_stands_among_the_notices_of_administrators_and_auditors() throws Exception {
        users.open();
        users.as("admin").does(() -> log.record("people.administration.partyAdded", "ZZ", "an authority"));

        for (Visitor visitor : visitors()) {
            assertThat(web.perform(get("/notices").with(user(visitor.name())).locale(Locale.ENGLISH))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8)
                            .contains("Viktor Stone (admin): Added ZZ as a party; its authority: an authority"))
                    .as(visitor.name())
                    .isEqualTo(Set.of(Role.ADMINISTRATOR, Role.AUDITOR).contains(visitor.role()));
        }
    }

    private String flightPage(String name, OperationReference flight) throws Exception {
        return web.perform(get("/flights/" + flight + "/print").with(user(name)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** The shares lie before France and Britain; Spain withdrew when it saw its own. */
    private OperationReference flight() throws Exception {
        users.open();
        OperationReference flight = new SomeFlights(users).sharing();
        new SomeFlights(users).spainWithdraws(web, flight);
        assertThat(participations.get(flight, new Party(SPAIN_WITHDREW)).status())
                .isEqualTo(Status.WITHDRAWN);
        return flight;
    }

    private static List<Visitor> visitors() {
        List<Visitor> visitors = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role.isOfParty()) {
                for (String party : List.of(
                        FRANCE_ORGANISES, BRITAIN_FLIES, SPAIN_WITHDREW, SWEDEN_WAS_NEVER_ASKED, FRONTEX_PAYS)) {
                    visitors.add(new Visitor(role, party));
                }
            } else {
                visitors.add(new Visitor(role, ""));
            }
        }
        return visitors;
    }

    private MockHttpServletResponse read(Visitor visitor, String page, OperationReference flight) throws Exception {
        return web.perform(get(page.replace("{flight}", flight.value()))
                        .with(user(visitor.name()))
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }
}
