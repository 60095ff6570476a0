package org.jointflights.application.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.process.engine.EngineNoticeOfTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class TellOfTasksTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2027-0001");
    private static final Instant SINCE = Instant.parse("2027-03-01T09:00:00Z");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final InMemoryOpenTasks tasks = new InMemoryOpenTasks();
    private final TellOfTasks telling =
            new TellOfTasks(tasks, new EngineNoticeOfTask(), ports.notices, TransactionOperations.withoutTransaction());

    @Test
    void each_group_of_a_task_is_told_once() {
        opens("1", "userTask_signPlan", null, null, false, "FRfinance", "GBfinance");
        telling.tell();
        telling.tell();

        assertThat(ports.told()).containsExactly("FRfinance notice.task", "GBfinance notice.task");
        assertThat(ports.outbox.all()).extracting(Notice::task).containsExactly("1", "1");
        assertThat(words(0)).isEqualTo("Flight JRO-2027-0001: a task waits for you and your group: Sign the plan.");
    }

    @Test
    void whoever_has_a_date_is_told_it() {
        opens("1", "userTask_signPlan", Instant.parse("2027-03-08T17:00:30Z"), null, false, "FRfinance");
        telling.tell();

        assertThat(words(0)).endsWith("Sign the plan. It is due on 2027-03-08T17:00 UTC.");
    }

    @Test
    void a_task_that_is_done_or_taken_on_by_then_needs_no_notice_and_one_that_is_given_back_does() {
        opens("1", "userTask_signPlan", null, "frfinance1", false, "FRfinance");
        opens("2", "userTask_signPlan", null, null, false, "GBfinance");
        tasks.closed("2", Instant.parse("2027-03-01T09:00:00Z"));
        telling.tell();
        assertThat(ports.told()).isEmpty();

        tasks.claimed("1", null);
        telling.tell();
        assertThat(ports.told()).containsExactly("FRfinance notice.task");
    }

    @Test
    void gates_boarding_and_what_is_under_way_are_called_so() {
        opens("1", "userTask_confirmGates", null, null, false, "FRlegal");
        opens("2", "userTask_confirmBoarding", null, null, false, "FRlegal");
        opens("3", "userTask_confirmStopover", null, null, false, "FRlegal");
        opens("4", "userTask_countAboard", null, null, false, "FRescortleader");
        telling.tell();

        assertThat(ports.told())
                .containsExactly(
                        "FRlegal notice.gatesOpen",
                        "FRlegal notice.boardingOpens",
                        "FRlegal notice.stopoverGatesOpen",
                        "FRescortleader notice.taskUnderWay");
    }

    @Test
    void what_has_a_notice_of_its_own_and_what_is_confidential_is_not_told_a_second_time() {
        opens("1", "userTask_answerOffer", null, null, false, "GBcoordinator");
        opens("2", "userTask_assessIncident", null, null, true, "rightsOfficer");
        telling.tell();

        assertThat(ports.told()).isEmpty();
    }

    @Test
    void the_others_of_a_group_are_told_of_a_comment_without_a_word_of_it() {
        InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));
        for (String group : List.of("FRfinance", "FRdoctor")) {
            people.addGroups(Role.FINANCE, group, Sentence.of("people.role.finance"));
        }
        people.add(new Person("anna", "", ""), "long enough 1", Set.of("FRfinance", "FRdoctor"));
        people.add(new Person("ben", "", ""), "long enough 1", Set.of("FRfinance"));
        TellOfComment comments = new TellOfComment(tasks, ports.notices, people, ports.user);
        ports.user.is("anna");
        opens("1", "userTask_signPlan", null, null, false, "FRfinance");
        opens("2", "userTask_confirmGates", null, null, false, "FRdoctor");
        opens("3", "userTask_assessIncident", null, null, true, "FRfinance");

        comments.commented("1", "c1");
        comments.commented("1", "c1");
        comments.commented("2", "c2");
        comments.commented("3", "c3");
        comments.commented("nowhere", "c4");

        assertThat(ports.told()).containsExactly("FRfinance notice.comment", "FRfinance notice.confidential.comment");
        assertThat(ports.outbox.all()).extracting(Notice::author).containsExactly("anna", "anna");
        assertThat(words(0))
                .isEqualTo("Flight JRO-2027-0001: somebody has commented on a task of your group: Sign the plan."
                        + " Read it in Tasklist.");
    }

    private void opens(
            String id,
            String task,
            @Nullable Instant due,
            @Nullable String claimedBy,
            boolean confidential,
            String... groups) {
        tasks.opened(
                FLIGHT,
                new WaitingTask(id, task, new TreeSet<>(Set.of(groups)), SINCE, due, claimedBy, false, confidential));
    }

    private String words(int number) {
        Notice notice = ports.outbox.all().get(number);
        return notice.text().in(Locale.ENGLISH);
    }
}
