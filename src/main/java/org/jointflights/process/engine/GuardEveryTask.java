package org.jointflights.process.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Puts the guard before every user task and start form while a model is read, so that no model can forget it, and behind it
 * whoever keeps our table of open tasks: what the guard refuses was never there.
 */
final class GuardEveryTask extends AbstractBpmnParseListener {

    private final UserTaskGuard guard;
    private final KeepOpenTasks openTasks;

    GuardEveryTask(UserTaskGuard guard, KeepOpenTasks openTasks) {
        this.guard = guard;
        this.openTasks = openTasks;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        UserTaskGuard.EVENTS.forEach(event -> task.addTaskListener(event, guard));
        KeepOpenTasks.EVENTS.forEach(event -> task.addTaskListener(event, openTasks));
        task.setTaskFormHandler(new GuardedFormHandler(task.getTaskFormHandler(), task.getKey(), guard));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.setStartFormHandler(new GuardedStartForm(process.getStartFormHandler()));
    }
}
