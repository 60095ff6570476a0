package org.jointflights.application.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.notice.Notice;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.deadlines.TaskDeadline;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** Each task is told of by itself, with a link for those who may do it. */
class TellOfDeadlinesTest {

    private static final Instant DUE = Instant.parse("2027-03-01T09:00:00Z");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final OperationReference flight =
            ParisToLagos.at(Stage.PLANNING, ports).reference();
    private final SomeLateTasks tasks = new SomeLateTasks();
    private final TellOfDeadlines telling = new TellOfDeadlines(
            tasks, new OneRow(), ports.flights, ports.notices, TransactionOperations.withoutTransaction(), ports.clock);

    @Test
    void one_that_cannot_be_told_of_keeps_nobody_from_being_told_of_the_others() {
        tasks.late.add(late("1", "userTask_ofNoTable"));
        tasks.late.add(late("2", "userTask_consolidatePlan"));

        assertThat(telling.tell()).as("reminded, and told others").isEqualTo(2);
        assertThat(ports.outbox.all()).extracting(Notice::once).allMatch(once -> once.contains("-2-"));
        assertThat(ports.told())
                .containsExactlyInAnyOrder(
                        "FRcoordinator notice.due", "FRcoordinator notice.late", "manager notice.late");
    }

    @Test
    void whoever_may_do_the_task_is_led_to_it_and_whoever_may_not_to_its_flight() {
        tasks.late.add(late("2", "userTask_consolidatePlan"));
        telling.tell();

        assertThat(ports.outbox.all())
                .allSatisfy(notice ->
                        assertThat(notice.task()).isEqualTo(notice.recipient().equals("manager") ? null : "2"));
    }

    private LateTasks.Late late(String id, String task) {
        return new LateTasks.Late(id, flight, task, new TreeSet<>(Set.of("FRcoordinator")), DUE, DUE, DUE);
    }

    private static final class SomeLateTasks implements LateTasks {

        private final List<Late> late = new ArrayList<>();

        @Override
        public List<Late> toRemindOf(Instant now) {
            return late;
        }

        @Override
        public List<Late> toEscalate(Instant now) {
            return late;
        }

        @Override
        public List<Late> overdue(OperationReference reference, Instant now) {
            return late;
        }

        @Override
        public boolean takeReminder(Late task) {
            return true;
        }

        @Override
        public boolean takeEscalation(Late task, @Nullable Instant again) {
            return true;
        }
    }

    private static final class OneRow implements DeadlineTable {

        @Override
        public Optional<TaskDeadline> find(String task, LocalDate day) {
            return task.equals("userTask_ofNoTable")
                    ? Optional.empty()
                    : Optional.of(new TaskDeadline(
                            task,
                            TaskDeadline.Unit.WORKING_DAYS,
                            3,
                            0,
                            1,
                            1,
                            Set.of(TaskDeadline.Told.MANAGER),
                            TaskDeadline.WayOut.CANCELLED_BY_ORGANISER));
        }

        @Override
        public TaskDeadline of(String task, LocalDate day) {
            return find(task, day).orElseThrow(() -> new IllegalStateException("no row for " + task));
        }
    }
}
