package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TypedForms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of 62 attempts to sign what one had prepared, 11 got through: by proposing, by an act on the page, by a second hat, by
 * a group that one had just left. One flight lives from its proposal to its go; whoever worked on it tries to accept and
 * to sign it.
 */
@OverHttp
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FourEyesAttemptsTest {

    private static final String COORDINATOR = "FRcoordinator";
    private static final String PREPARED = "approval.signer.preparer";
    private static final Map<String, String> ACCEPT = Map.of("answer", "ACCEPT");
    private static final Map<String, String> SIGN = Map.of("answer", "SIGN");
    private static final Map<String, String> POSITIVE = Map.of("answer", "POSITIVE");

    @LocalServerPort
    private int port;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TrailEntries trail;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Flights flights;

    @Autowired
    private People people;

    @Autowired
    private AddPartiesAndPeople directory;

    @Autowired
    private List<FlightAct> acts;

    private Attempts attempts;
    private OperationReference flight;

    /** Each step of the preparation by somebody who will be asked to sign, with a hat for as long as it takes. */
    @BeforeAll
    void the_flight_is_prepared_by_those_who_should_sign_it() {
        users.open();
        attempts = new Attempts(engine, trail, database, port);
        flight = users.as("frfinance1", COORDINATOR).proposes(Map.of("invited", "GB, ES, SE"));
        pageAct(
                "frlegal1",
                "SEcoordinator",
                "withdraw",
                Map.of("party", "SE", "cause", "LEGAL", "reason", "Court order"));
        users.as("gbfinance1", "GBcoordinator")
                .completes("userTask_answerOffer", flight, TypedForms.seats(22, 38, "STN", true));
        users.as("frcoordinator").completes("userTask_answerOffer", flight, TypedForms.seats(14, 29, "CDG", true));
        pageAct(
                "gblegal1",
                COORDINATOR,
                "change-plan",
                Map.of("embarkations", "CDG STN MAD", "destinations", "LOS", "capacity", "190", "reason", "Less"));
        pageAct(
                "esfinance1",
                COORDINATOR,
                "postpone",
                Map.of("departure", "2027-05-27 09:30", "reason", "The permit is late"));
        users.runJobs(flight);
        users.as("escoordinator").completes("userTask_answerOffer", flight, TypedForms.seats(24, 40, "MAD", true));
        users.runJobs(flight);
        consolidated("manager1");
        users.as("rightsofficer1", COORDINATOR)
                .completes("userTask_enterQuote", flight, TypedForms.quote("Air One", "100,000.00", false));
        users.as("frcoordinator").completes("userTask_chooseCarrier", flight, Map.of("quote", "1"));
        users.runJobs(flight);
        acknowledged();
        users.as("executive1", COORDINATOR)
                .completes(
                        "userTask_addCostItem",
                        flight,
                        Map.of(
                                "action", "ADD",
                                "category", "CHARTER",
                                "description", "Charter",
                                "amount", "100,000.00",
                                "payer", "FR",
                                "sharing", "ALL",
                                "key", "PER_RETURNEE",
                                "another", "NO"));
        users.runJobs(flight);
    }

    private void consolidated(String person) {
        users.as(person, COORDINATOR).completes("userTask_consolidatePlan", flight, TypedForms.settledPlan());
    }

    private void acknowledged() {
        if (users.openTasks(flight).contains("userTask_acknowledgeWithdrawal")) {
            users.as("frcoordinator")
                    .completes("userTask_acknowledgeWithdrawal", flight, Map.of("note", "The others go on"));
            users.runJobs(flight);
        }
    }

    @Order(1)
    @TestFactory
    Stream<DynamicTest> who_prepared_does_not_accept_a_share() {
        String prepared = "costs.budget.share.prepared";
        return Stream.of(
                        attempts.atTask("frfinance1", "frfinance2", share("FR"), prepared, ACCEPT),
                        attempts.atTask("gbfinance1", "gbfinance2", share("GB"), prepared, ACCEPT),
                        attempts.atTask("esfinance1", "esfinance2", share("ES"), prepared, ACCEPT),
                        List.of(
                                attempts.byStranger("sefinance1", share("FR")),
                                attempts.byStranger("frfinance2", share("GB")),
                                attempts.byStranger("gbfinance2", share("ES")),
                                takesOver("esfinance2", share("GB"), "gbfinance2"),
                                withALeftHat("itfinance1", "FRfinance", share("FR")),
                                whoseSessionIsOver("atfinance1", "FRfinance", share("FR")),
                                whoseAccountHasEnded("passante", share("FR"))),
                        List.of(dynamicTest("others of their groups may", () -> {
                            for (String party : List.of("FR", "GB", "ES")) {
                                attempts.completes(
                                        finance(party, 2), share(party).get(), ACCEPT);
                            }
                            users.runJobs(flight);
                        })))
                .flatMap(List::stream);
    }

    @Order(2)
    @TestFactory
    Stream<DynamicTest> nor_sign_a_financial_decision() {
        users.as("fxfinance1", "FXcoordinator").completes("userTask_setCeilings", flight, Map.of("next", "COMPLETE"));
        users.runJobs(flight);
        String ofState = "userTask_signDecisionForState";
        String ofFrontex = "userTask_signDecisionForFrontex";
        return Stream.of(
                        attempts.atTask("fxfinance1", "fxfinance2", waits(ofFrontex, "FXfinance"), PREPARED, SIGN),
                        List.of(dynamicTest("another of Frontex's finance may, and the states are asked", () -> {
                            for (int decision = 0; decision < 3; decision++) {
                                attempts.completes(
                                        "fxfinance2",
                                        waits(ofFrontex, "FXfinance").get(),
                                        SIGN);
                            }
                            users.runJobs(flight);
                        })),
                        attempts.atTask("frfinance1", "frfinance2", waits(ofState, "FRfinance"), PREPARED, SIGN),
                        attempts.atTask("gbfinance1", "gbfinance2", waits(ofState, "GBfinance"), PREPARED, SIGN),
                        attempts.atTask("esfinance1", "esfinance2", waits(ofState, "ESfinance"), PREPARED, SIGN),
                        List.of(attempts.byStranger("fxfinance2", waits(ofState, "FRfinance"))),
                        List.of(dynamicTest("others of their groups may", () -> {
                            for (String party : List.of("FR", "GB", "ES")) {
                                attempts.completes(
                                        finance(party, 2),
                                        waits(ofState, party + "finance").get(),
                                        SIGN);
                            }
                            users.runJobs(flight);
                        })))
                .flatMap(List::stream);
    }

    @Order(3)
    @TestFactory
    Stream<DynamicTest> nor_the_plan_in_any_role() {
        String plan = "userTask_signPlan";
        String legal = "userTask_confirmLegalBasis";
        String opinion = "userTask_giveRightsOpinion";
        return Stream.of(
                        attempts.atTask("frfinance1", "frfinance2", waits(plan, "FRfinance"), PREPARED, SIGN),
                        attempts.atTask("gbfinance1", "gbfinance2", waits(plan, "GBfinance"), PREPARED, SIGN),
                        attempts.atTask("esfinance1", "esfinance2", waits(plan, "ESfinance"), PREPARED, SIGN),
                        attempts.atTask("frlegal1", "frlegal2", waits(legal, "FRlegal"), PREPARED, SIGN),
                        attempts.atTask("gblegal1", "gblegal2", waits(legal, "GBlegal"), PREPARED, SIGN),
                        attempts.atTask(
                                "rightsofficer1",
                                "rightsofficer2",
                                waits(opinion, "rightsOfficer"),
                                PREPARED,
                                POSITIVE),
                        attempts.atTask(
                                "manager1", "manager2", waits("userTask_signAsManager", "manager"), PREPARED, SIGN),
                        attempts.inBulk(
                                List.of(
                                        "frfinance1",
                                        "gbfinance1",
                                        "esfinance1",
                                        "frlegal1",
                                        "gblegal1",
                                        "manager1",
                                        "executive1"),
                                () -> users.instance("flightApproval", flight).getId()),
                        List.of(dynamicTest("others of their groups may", () -> {
                            for (String party : List.of("FR", "GB", "ES")) {
                                attempts.completes(
                                        finance(party, 2),
                                        waits(plan, party + "finance").get(),
                                        SIGN);
                                attempts.completes(
                                        party.toLowerCase(Locale.ROOT) + "legal2",
                                        waits(legal, party + "legal").get(),
                                        SIGN);
                            }
                            attempts.completes(
                                    "rightsofficer2",
                                    waits(opinion, "rightsOfficer").get(),
                                    POSITIVE);
                            attempts.completes(
                                    "manager2",
                                    waits("userTask_signAsManager", "manager").get(),
                                    SIGN);
                            users.runJobs(flight);
                        })))
                .flatMap(List::stream);
    }

    @Order(4)
    @TestFactory
    Stream<DynamicTest> nor_does_anybody_who_has_signed_it_give_the_go_with_a_second_hat() {
        Supplier<Task> go = waits("userTask_giveGo", "executive");
        String twice = "approval.signer.twice";
        List<String> signers = List.of("gbfinance2", "frlegal2", "rightsofficer2", "manager2");
        List<DynamicTest> all = new ArrayList<>(attempts.atTask("executive1", "executive2", go, PREPARED, SIGN));
        for (String signer : signers) {
            all.add(dynamicTest(signer + " is given a second hat", () -> {
                people.join(signer, "executive");
                attempts.newBrowser(signer);
            }));
            all.addAll(attempts.atTask(signer, "executive2", go, twice, SIGN));
            all.add(dynamicTest(signer + " loses it again", () -> {
                people.leave(signer, "executive");
                attempts.newBrowser(signer);
            }));
        }
        return all.stream();
    }

    @Order(5)
    @TestFactory
    Stream<DynamicTest> nor_does_whoever_suspended_the_flight_resume_it() {
        pageAct("executive1", "executive", "suspend", Map.of("reason", "A report came in"));
        users.runJobs(flight);
        attempts.completes(
                "rightsofficer1",
                waits("userTask_adviseOnResuming", "rightsOfficer").get(),
                Map.of("advice", "RESUME", "adviceReasons", "Nothing was found"));
        Supplier<Task> resume = waits("userTask_resumeFlight", "executive");
        return Stream.of(
                        attempts.atTask(
                                "executive1",
                                "executive2",
                                resume,
                                "flight.resume.own",
                                Map.of("reason", "It was nothing")),
                        List.of(dynamicTest("the other executive may, and then gives the go", () -> {
                            attempts.completes("executive2", resume.get(), Map.of("reason", "It was unfounded"));
                            users.runJobs(flight);
                            attempts.completes(
                                    "executive2",
                                    waits("userTask_giveGo", "executive").get(),
                                    SIGN);
                            users.runJobs(flight);
                            assertThat(flights.get(flight).stage()).isEqualTo(Stage.CONTRACTING);
                        })))
                .flatMap(List::stream);
    }

    @Order(6)
    @TestFactory
    Stream<DynamicTest> what_is_decided_on_the_page_is_decided_by_those_whose_it_is_now() {
        Map<String, Map<String, String>> typed = new TreeMap<>(Map.of(
                "change-plan",
                Map.of("embarkations", "CDG", "destinations", "LOS", "capacity", "180", "reason", "why"),
                "postpone",
                Map.of("departure", "2027-06-20 09:30", "reason", "why"),
                "withdraw",
                Map.of("party", "GB", "cause", "LEGAL", "reason", "why"),
                "suspend",
                Map.of("reason", "why"),
                "advise",
                Map.of("advice", "RESUME", "adviceReasons", "why"),
                "cancel",
                Map.of("causedBy", "NOBODY", "reason", "why"),
                "close-answers",
                Map.of()));
        // A state can be dropped only when it is late; TaskDeadlinesTest tries whose that is.
        // Whoever reports an incident moves no flight, and is not recorded; IncidentsTest tries whose it is.
        // What keeps texts from being erased moves no flight; RetentionTest tries whose it is. Whoever stops people
        // prepares
        // nothing, and what is done under way comes after all signatures; StopPeopleTest and OperationProcessTest try
        // whose.
        assertThat(acts)
                .extracting(FlightAct::path)
                .containsAll(typed.keySet())
                .contains(
                        "report-incident",
                        "register-complaint",
                        "hold-texts",
                        "lift-hold",
                        "stop-people",
                        "lift-stop",
                        "leave-behind",
                        "end-operation",
                        "record-permit",
                        "record-restraint",
                        "drop-state")
                .hasSize(typed.size() + 11);
        List<DynamicTest> all = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> act : typed.entrySet()) {
            String why = act.getKey().equals("suspend")
                    ? "flight.suspend.who"
                    : act.getKey().equals("cancel") ? "flight.cancel.who" : "flight.notYours";
            all.add(attempts.act("esfinance1", () -> flight, act.getKey(), act.getValue(), why));
            all.add(attempts.actOnPage("frlegal1", () -> flight, act.getKey(), act.getValue(), why));
            all.add(attempts.act(
                    "itcoordinator", () -> flight, act.getKey(), act.getValue(), "overview.flight.notYours"));
        }
        List<String> leavers = List.of("at", "be", "bg", "de", "dk", "fi", "gr");
        int number = 0;
        for (Map.Entry<String, Map<String, String>> act : typed.entrySet()) {
            String leaver = leavers.get(number++) + "coordinator";
            all.add(actOfWhoeverHasLeft(leaver, act.getKey(), act.getValue()));
            all.add(actOfWhoeverIsGone("leaver" + number, act.getKey(), act.getValue()));
        }
        all.add(dynamicTest(
                "whoever may does it",
                () -> pageAct(
                        "frcoordinator",
                        COORDINATOR,
                        "postpone",
                        Map.of("departure", "2027-06-20 09:30", "reason", "why"))));
        return all.stream();
    }

    @Order(7)
    @Test
    void managers_auditors_and_the_organiser_read_of_them_on_the_flights_page_and_the_others_do_not() {
        String told = "Tried “Give the go to contract” and was refused: You prepared part of version 1.";
        for (String reader : List.of("manager2", "auditor", "frcoordinator", "frdoctor")) {
            assertThat(pageOf(reader)).as(reader).contains(told);
        }
        for (String other : List.of("gbcoordinator", "escoordinator", "fxcoordinator", "executive2", "admin")) {
            assertThat(pageOf(other)).as(other).doesNotContain("and was refused:");
        }
    }

    private String pageOf(String person) {
        return attempts.newBrowser(person).get("/flights/" + flight + "/print").body();
    }

    @Order(8)
    @Test
    void eighty_seven_attempts_and_more_were_made() {
        assertThat(attempts.made()).isGreaterThanOrEqualTo(62 + 25);
    }

    private Supplier<Task> share(String party) {
        return waits("userTask_acceptShare", party + "finance");
    }

    private Supplier<Task> waits(String task, String group) {
        return () -> attempts.task(flight, task, group);
    }

    private static String finance(String party, int number) {
        return party.toLowerCase(Locale.ROOT) + "finance" + number;
    }

    /** Somebody does something on the page, in that group for as long as it takes. */
    private void pageAct(String person, String group, String act, Map<String, String> fields) {
        boolean hat = !people.groupsOf(person).contains(group);
        if (hat) {
            people.join(person, group);
        }
        HttpResponse<String> answer = attempts.newBrowser(person)
                .sendToOurs("POST", "/api/flights/" + flight + "/" + act, Attempts.json(fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        if (hat) {
            people.leave(person, group);
            attempts.newBrowser(person);
        }
        users.runJobs(flight);
    }

    private DynamicTest takesOver(String person, Supplier<Task> task, String holder) {
        return dynamicTest(person + " takes over what waits for another group", () -> {
            String id = task.get().getId();
            attempts.claims(holder, id);
            attempts.refused(
                    person,
                    id,
                    "common.task.notYourGroup",
                    () -> attempts.browser(person)
                            .submit("/", "/flights/" + flight + "/tasks/" + id + "/take-over", Map.of()));
            attempts.givesBack(holder, id);
        });
    }

    /** The groups of Camunda's session are a minute old: the person had joined after signing in, and has left since. */
    private DynamicTest withALeftHat(String person, String group, Supplier<Task> task) {
        return dynamicTest(person + " has just left the group, which the engine's session still has", () -> {
            String id = task.get().getId();
            HttpUser browser = new HttpUser(port, "en");
            browser.signIn(person, HttpUser.PASSWORD);
            people.join(person, group);
            browser.get("/camunda/app/tasklist/default/");
            attempts.sits(person, browser);
            attempts.claims(person, id);
            people.leave(person, group);
            attempts.refused(person, id, "common.task.notYourGroup", () -> attempts.submits(person, id, ACCEPT));
            isGivenBack(person, group, id);
        });
    }

    private DynamicTest whoseSessionIsOver(String person, String group, Supplier<Task> task) {
        return dynamicTest(person + " has been taken out of the group while signed in", () -> {
            String id = task.get().getId();
            people.join(person, group);
            attempts.newBrowser(person);
            attempts.claims(person, id);
            people.leave(person, group);
            attempts.refused(person, id, "common.attempt.sessionEnded", () -> attempts.submits(person, id, ACCEPT));
            isGivenBack(person, group, id);
        });
    }

    private void isGivenBack(String person, String group, String task) {
        people.join(person, group);
        attempts.newBrowser(person);
        attempts.givesBack(person, task);
        people.leave(person, group);
    }

    private DynamicTest whoseAccountHasEnded(String person, Supplier<Task> task) {
        return dynamicTest(person + "'s account has ended while signed in", () -> {
            String id = task.get().getId();
            Person gone = new Person(person, "Paula", "Passante");
            directory.addPerson(gone, HttpUser.PASSWORD, Role.FINANCE, new Party("FR"));
            attempts.claims(person, id);
            people.remove(gone, Instant.parse("2027-03-01T09:00:00Z"));
            attempts.refused(person, id, "common.attempt.sessionEnded", () -> attempts.submits(person, id, ACCEPT));
            attempts.browser("frfinance2").submit("/", "/flights/" + flight + "/tasks/" + id + "/take-over", Map.of());
            attempts.givesBack("frfinance2", id);
        });
    }

    private DynamicTest actOfWhoeverHasLeft(String person, String act, Map<String, String> fields) {
        return dynamicTest(person + " has left the group and tries to " + act, () -> {
            people.join(person, COORDINATOR);
            HttpUser browser = attempts.newBrowser(person);
            String token = browser.token();
            people.leave(person, COORDINATOR);
            attempts.refused(
                    person,
                    "",
                    "common.attempt.sessionEnded",
                    () -> browser.sendToOurs(
                            "POST", "/api/flights/" + flight + "/" + act, Attempts.json(fields), token));
        });
    }

    private DynamicTest actOfWhoeverIsGone(String person, String act, Map<String, String> fields) {
        return dynamicTest(person + "'s account has ended and tries to " + act, () -> {
            Person gone = new Person(person, "Paula", "Passante");
            directory.addPerson(gone, HttpUser.PASSWORD, Role.COORDINATOR, new Party("FR"));
            HttpUser browser = attempts.newBrowser(person);
            String token = browser.token();
            people.remove(gone, Instant.parse("2027-03-01T09:00:00Z"));
            attempts.refused(
                    person,
                    "",
                    "common.attempt.sessionEnded",
                    () -> browser.sendToOurs(
                            "POST", "/api/flights/" + flight + "/" + act, Attempts.json(fields), token));
        });
    }
}
