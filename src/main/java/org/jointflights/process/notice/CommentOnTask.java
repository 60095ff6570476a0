package org.jointflights.process.notice;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.jointflights.application.overview.TellOfComment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a comment, and tells the others who work on the task in the same transaction. */
@Component
public class CommentOnTask {

    private final TaskService tasks;
    private final TellOfComment others;

    CommentOnTask(TaskService tasks, TellOfComment others) {
        this.tasks = tasks;
        this.others = others;
    }

    /** Whether the person may, the caller has asked. */
    @Transactional
    public Comment comment(String task, String text) {
        Comment written = tasks.createComment(task, null, text);
        others.commented(task, written.getId());
        return written;
    }
}
