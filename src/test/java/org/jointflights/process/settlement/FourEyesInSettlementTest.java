package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.people.People;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.work.TaskDone;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.funding.Fund;
import org.jointflights.process.TasklistUsers;
import org.jointflights.security.Attempts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The accounts are signed by a person per signature, none of whom prepared what they are made of: a claim, its certification,
 * a rate, the answer to an objection, or a head count.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:settlement-eyes;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FourEyesInSettlementTest extends SettlementCase {

    private static final Map<Party, Seats> COMMITTED = Map.of(FR, seats(30, 60), GB, seats(10, 20));
    private static final Map<String, String> ELIGIBLE = Map.of("decision", "ELIGIBLE", "voucherChecked", "yes");
    private static final Map<String, String> SIGN = Map.of("answer", "SIGN");

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine processes;

    @Autowired
    private TrailEntries trail;

    @Autowired
    private JdbcClient database;

    @Autowired
    private People people;

    @Autowired
    private WorkLog work;

    private Attempts attempts;
    private OperationReference flight;

    @BeforeAll
    void all_parties_have_claimed() {
        open();
        attempts = new Attempts(processes, trail, database, port);
        flight = flight(FR, COMMITTED);
        agreed(
                flight,
                COMMITTED,
                List.of(
                        common(1, CostCategory.CHARTER, 10_000_000, FR, Set.of(FR, GB), Key.PER_SEAT),
                        common(2, CostCategory.HANDLING, 1_000_000, FX, Set.of(FR, GB), Key.PER_SEAT),
                        common(3, CostCategory.HANDLING, 500_000, GB, Set.of(FR, GB), Key.PER_SEAT)));
        decide(flight, FR, Fund.FRONTEX, 50, 200_000);
        used(flight, COMMITTED);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);
        claims(flight, FX, "2", "10,000.00", false);
        Map<String, Object> inYen = claim("3", "800000", false);
        inYen.put("currency", "JPY");
        finance(GB, 1).completes("userTask_enterActualCost", flight, inYen);
        users.runJobs(flight);
        withAHat("frlegal2", "FRfinance")
                .completes("userTask_enterRate", flight, Map.of("rate", "160", "rateSource", "InforEuro"));
        work.add(new TaskDone("counted", "userTask_countAboard", flight, GB, "gbescortleader", clock.instant()));
        users.runJobs(flight);
    }

    /** Somebody who works for another group for as long as it takes. */
    private TasklistUsers.Person withAHat(String person, String group) {
        people.join(person, group);
        return users.as(person, group);
    }

    @Order(1)
    @TestFactory
    Stream<DynamicTest> who_entered_a_claim_does_not_certify_it() {
        return Stream.of(
                        attempts.atTask(
                                "fxfinance1", "fxfinance2", this::certification, "settlement.certify.own", ELIGIBLE),
                        List.of(
                                attempts.byStranger("frfinance1", this::certification),
                                dynamicTest("another of Frontex's finance may", () -> {
                                    for (Task open : users.open("userTask_certifyClaim", flight)) {
                                        attempts.completes("fxfinance2", open, ELIGIBLE);
                                    }
                                    users.runJobs(flight);
                                })))
                .flatMap(List::stream);
    }

    @Order(2)
    @TestFactory
    Stream<DynamicTest> who_decided_an_objection_does_not_sign_the_accounts_that_follow() {
        return Stream.of(
                        List.of(dynamicTest(
                                "all object, and frlegal1 upholds the figures with a hat of finance", () -> {
                                    people.join("frlegal1", "FRfinance");
                                    for (Party party : List.of(FR, GB, FX)) {
                                        attempts.completes(
                                                party.code().toLowerCase(Locale.ROOT) + "finance1",
                                                statement(party).get(),
                                                Map.of("answer", "OBJECT", "reason", "Too much"));
                                    }
                                    attempts.completes(
                                            "frlegal1",
                                            attempts.task(flight, "userTask_answerObjection", "FRfinance"),
                                            Map.of("decision", "STANDS", "answer", "As agreed"));
                                })),
                        attempts.atTask("frlegal1", "frfinance2", statement(FR), "settlement.sign.decided", SIGN),
                        List.of(dynamicTest(
                                "frlegal1 loses the hat again", () -> people.leave("frlegal1", "FRfinance"))))
                .flatMap(List::stream);
    }

    @Order(3)
    @TestFactory
    Stream<DynamicTest> nor_does_who_entered_a_rate_or_counted_the_heads() {
        return Stream.of(
                        attempts.atTask("frlegal2", "frfinance2", statement(FR), "settlement.sign.rate", SIGN),
                        List.of(dynamicTest("frlegal2 loses the hat, gbescortleader is given one", () -> {
                            people.leave("frlegal2", "FRfinance");
                            people.join("gbescortleader", "GBfinance");
                        })),
                        attempts.atTask("gbescortleader", "gbfinance2", statement(GB), "settlement.sign.shaped", SIGN),
                        List.of(dynamicTest(
                                "gbescortleader loses it again", () -> people.leave("gbescortleader", "GBfinance"))))
                .flatMap(List::stream);
    }

    @Order(4)
    @TestFactory
    Stream<DynamicTest> nor_does_who_entered_or_certified_one_sign_the_accounts_or_anybody_twice() {
        String prepared = "settlement.sign.prepared";
        List<DynamicTest> all = new ArrayList<>();
        all.addAll(attempts.atTask("frfinance1", "frfinance2", statement(FR), prepared, SIGN));
        all.addAll(attempts.atTask("gbfinance1", "gbfinance2", statement(GB), prepared, SIGN));
        all.addAll(attempts.atTask("fxfinance1", "fxfinance3", statement(FX), prepared, SIGN));
        all.addAll(attempts.atTask("fxfinance2", "fxfinance3", statement(FX), "settlement.sign.certified", SIGN));
        all.add(attempts.byStranger("gbfinance2", statement(FR)));
        all.add(attempts.byStranger("fxfinance3", statement(FR)));
        all.add(dynamicTest("gbfinance2 signs for the United Kingdom and is given a hat of France", () -> {
            attempts.completes("gbfinance2", statement(GB).get(), SIGN);
            people.join("gbfinance2", "FRfinance");
            attempts.newBrowser("gbfinance2");
        }));
        all.addAll(attempts.atTask("gbfinance2", "frfinance2", statement(FR), "settlement.sign.twice", SIGN));
        all.add(dynamicTest("others may, each for one party", () -> {
            people.leave("gbfinance2", "FRfinance");
            attempts.completes("frfinance2", statement(FR).get(), SIGN);
            attempts.completes("fxfinance3", statement(FX).get(), SIGN);
            users.runJobs(flight);
            assertThat(users.open("userTask_signStatement", flight)).isEmpty();
            assertThat(users.open("userTask_confirmPayment", flight)).isNotEmpty();
        }));
        return all.stream();
    }

    private Supplier<Task> statement(Party party) {
        return () -> attempts.task(flight, "userTask_signStatement", party + "finance");
    }

    /** That of Frontex's own claim. */
    private Task certification() {
        return users.open("userTask_certifyClaim", flight).stream()
                .filter(task -> ((Number) tasks.getVariable(task.getId(), "claim")).longValue()
                        == claimOf(flight, FX).id())
                .findFirst()
                .orElseThrow();
    }
}
