package org.jointflights.process.logbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.jointflights.application.logbook.OpenComments;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine keeps them until the task is done; who may read them, the caller has asked. */
@Component
class EngineOpenComments implements OpenComments {

    private final TaskService tasks;
    private final AsSystem engine;

    EngineOpenComments(@Lazy TaskService tasks, AsSystem engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public List<Said> of(Collection<String> open) {
        return engine.call(() -> open.stream()
                .flatMap(task -> tasks.getTaskComments(task).stream())
                .map(EngineOpenComments::said)
                .sorted(Comparator.comparing(Said::at))
                .toList());
    }

    private static Said said(Comment comment) {
        return new Said(
                comment.getTaskId(),
                comment.getUserId() == null ? CurrentUser.SYSTEM : comment.getUserId(),
                comment.getTime().toInstant(),
                comment.getFullMessage());
    }
}
