package org.jointflights.process.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.work.TaskClaims;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine lets nobody claim what a colleague holds; our rule lets the same group, and the guard puts it on the trail. */
@Component
class EngineTaskClaims implements TaskClaims {

    private final TaskService tasks;
    private final CurrentUser actor;
    private final AsSystem engine;

    EngineTaskClaims(TaskService tasks, CurrentUser actor, AsSystem engine) {
        this.tasks = tasks;
        this.actor = actor;
        this.engine = engine;
    }

    @Override
    @Transactional
    public void takeOver(OperationReference reference, String taskId) {
        engine.run(() -> {
            Task task = tasks.createTaskQuery()
                    .taskId(taskId)
                    .processVariableValueEquals(FlightVariables.REFERENCE.name(), reference.value())
                    .singleResult();
            if (task == null) {
                throw Conflict.of("common.task.gone");
            }
            List<String> groups = tasks.getIdentityLinksForTask(taskId).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .toList();
            if (groups.stream().noneMatch(actor::isIn)) {
                throw NotYours.of("common.task.notYourGroup", String.join(", ", groups));
            }
            tasks.setAssignee(taskId, actor.account());
        });
    }
}
