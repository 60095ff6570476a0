package org.jointflights.process.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.StoredTexts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The first start of the example: four real operations, each at another point of its life, with something to do for all. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:example;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("example")
@DirtiesContext
class ExampleFlightsTest {

    private static final OperationReference CLOSED = new OperationReference("RO-2010-001");
    private static final OperationReference SHARING = new OperationReference("RO-2010-037");
    private static final OperationReference APPROVAL = new OperationReference("RO-2014-012");
    private static final OperationReference BOARDING = new OperationReference("RO-2015-058");

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    Splits splits;

    @Autowired
    ReadAccounts accounts;

    @Autowired
    TrailEntries trail;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void each_stands_at_its_own_point_and_keeps_its_real_date() {
        assertThat(flights.all()).hasSize(4);
        assertThat(flights.get(CLOSED).stage()).isEqualTo(Stage.CLOSED);
        assertThat(flights.get(SHARING).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(flights.get(APPROVAL).stage()).isEqualTo(Stage.APPROVAL);
        assertThat(flights.get(BOARDING).stage()).isEqualTo(Stage.OPERATION);
        assertThat(flights.get(APPROVAL).realDate()).isEqualTo(LocalDate.of(2014, 3, 19));
        assertThat(flights.all())
                .allSatisfy(flight -> assertThat(flight.assumed()).contains("assumed"));
    }

    @Test
    void germany_withdrew_before_commitment_and_ten_states_are_to_fly() {
        assertThat(participations.of(APPROVAL)).hasSize(11);
        assertThat(participations.get(APPROVAL, new Party("DE")).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(participations.of(APPROVAL))
                .filteredOn(part -> part.takesPart())
                .hasSize(10);
    }

    @Test
    void the_sums_are_the_ledgers() {
        assertThat(splits.current(SHARING).orElseThrow().total()).isEqualTo(Money.euro(42_093_969));
        assertThat(splits.current(APPROVAL).orElseThrow().total()).isEqualTo(Money.euro(38_366_259));
        assertThat(splits.current(BOARDING).orElseThrow().total()).isEqualTo(Money.euro(18_011_293));
        assertThat(accounts.of(CLOSED).payableByFrontex().values().stream().reduce(Money.euro(0), Money::plus))
                .isEqualTo(Money.euro(14_919_329));
    }

    @Test
    void every_role_that_works_in_tasklist_has_something_to_do() {
        Set<String> roles = new TreeSet<>();
        tasks.createTaskQuery().list().stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(IdentityLink::getGroupId)
                .forEach(group -> roles.add(Character.isUpperCase(group.charAt(0)) ? group.substring(2) : group));

        assertThat(roles)
                .contains("coordinator", "finance", "legal", "doctor", "monitor", "rightsOfficer", "executive");
    }

    /** Flights of the example were proposed, shared, signed, flown and settled by people who typed; nothing else is text. */
    @Test
    void no_sentence_of_ours_is_stored_in_any_language() {
        assertThat(new StoredTexts(jdbc).sentences()).isEmpty();
    }

    @Test
    void the_trail_bears_the_days_of_the_play_and_the_people_who_acted() {
        assertThat(trail.of(CLOSED))
                .allSatisfy(entry -> assertThat(entry.at().toString()).matches("20(09|10)-.*"))
                .extracting(entry -> entry.actor())
                .contains("atcoordinator", "gbfinance2", "executive2");
    }
}
