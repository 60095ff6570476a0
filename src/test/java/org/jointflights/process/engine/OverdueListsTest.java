package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.overview.CountOverdue;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of what is overdue holds a task from its date on, for whoever's group it is, claimed or not, until it is done. */
@ProcessTest
class OverdueListsTest {

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    CountOverdue overdue;

    @Autowired
    TestClock clock;

    @Autowired
    TasklistUsers users;

    private OperationReference flight = new OperationReference("JRO-2027-0001");

    @BeforeEach
    void the_united_kingdom_is_asked() {
        users.open();
        flight = new SomeFlights(users).proposed();
    }

    @Test
    void a_task_is_in_it_from_its_date_on_whoever_has_claimed_it() {
        Task offer = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        Task due = Objects.requireNonNull(
                tasks.createTaskQuery().taskId(offer.getId()).singleResult());

        clock.set(due.getDueDate().toInstant());
        assertThat(listOf("gbcoordinator")).doesNotContain(offer.getId());

        clock.advance(Duration.ofSeconds(1));
        assertThat(listOf("gbcoordinator")).contains(offer.getId());
        assertThat(listOf("frfinance1")).doesNotContain(offer.getId());

        users.as("gbcoordinator").does(() -> tasks.claim(offer.getId(), "gbcoordinator"));
        assertThat(listOf("gbcoordinator")).contains(offer.getId());
    }

    /** What is asked for beside it narrows the list and never widens it. */
    @Test
    void a_date_that_somebody_asks_for_takes_nothing_in_that_is_not_overdue() {
        Task offer = users.as("gbcoordinator").open("userTask_answerOffer", flight);

        users.as("gbcoordinator").does(() -> {
            String list = idOfList();
            assertThat(filters.listPage(
                            list,
                            tasks.createTaskQuery()
                                    .dueBefore(Date.from(clock.instant().plus(Duration.ofDays(900)))),
                            0,
                            100))
                    .noneMatch(task -> task.getId().equals(offer.getId()));
            clock.advance(Duration.ofDays(30));
            assertThat(filters.count(list)).isPositive();
            Task only = filters.singleResult(list, tasks.createTaskQuery().taskId(offer.getId()));
            assertThat(only.getId()).isEqualTo(offer.getId());
            assertThat(filters.count(
                            list,
                            tasks.createTaskQuery()
                                    .dueBefore(Date.from(clock.instant().minus(Duration.ofDays(900))))))
                    .isZero();
            assertThat(filters.count(list, tasks.createTaskQuery().processInstanceBusinessKeyLike(flight + "%")))
                    .isEqualTo(1);
        });
    }

    @Test
    void as_many_are_in_it_as_the_line_beside_the_way_back_says() {
        clock.advance(Duration.ofDays(400));

        users.as("gbcoordinator").does(() -> {
            assertThat(overdue.ofMine()).isPositive();
            assertThat(filters.count(idOfList())).isEqualTo(overdue.ofMine());
            assertThat(filters.listPage(idOfList(), 0, 100)).hasSize(overdue.ofMine());
            assertThat(filters.listPage(idOfList(), 0, 1)).hasSize(1);
        });
    }

    private List<String> listOf(String user) {
        List<String> ids = new ArrayList<>();
        users.as(user).does(() -> {
            for (Object task : filters.listPage(idOfList(), 0, 100)) {
                ids.add(((Task) task).getId());
            }
        });
        return ids;
    }

    private String idOfList() {
        return filters.createTaskFilterQuery().listPage(0, 50).stream()
                .filter(list -> Boolean.TRUE.equals(list.getProperties().get(OverdueLists.MARK)))
                .findFirst()
                .orElseThrow()
                .getId();
    }
}
