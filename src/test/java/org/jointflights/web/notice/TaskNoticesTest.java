package org.jointflights.web.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.overview.TellOfTasks;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.notice.CommentOnTask;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks and comments of a real flight. */
@ProcessTest
class TaskNoticesTest {

    @Autowired
    TasklistUsers users;

    @Autowired
    TellOfTasks telling;

    @Autowired
    CommentOnTask comments;

    @Autowired
    TaskService tasks;

    @Autowired
    Outbox outbox;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void the_groups_of_open_tasks_are_told_once_and_the_others_of_a_group_of_a_comment() {
        OperationReference flight = new SomeFlights(users).answered();
        List<Notice> before = outbox.of(flight);
        telling.tell();
        List<Notice> after = outbox.of(flight);
        telling.tell();

        assertThat(outbox.of(flight)).isEqualTo(after).hasSizeGreaterThan(before.size());
        assertThat(after).extracting(Notice::once).doesNotHaveDuplicates();
        assertThat(after)
                .filteredOn(notice -> !before.contains(notice))
                .allMatch(notice -> notice.text().code().startsWith("notice.task"));
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKeyLike(flight + "%")
                .listPage(0, 1)
                .get(0);
        comments.comment(task.getId(), "MARKER of somebody");

        assertThat(outbox.of(flight).get(0)).satisfies(notice -> {
            assertThat(notice.text().code()).isEqualTo("notice.comment");
            assertThat(notice.text().toString()).doesNotContain("MARKER");
        });
    }
}
