package org.jointflights.process.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts the guard before every user task and start form while a model is read, so that no model can forget it. */
final class GuardEveryTask extends AbstractBpmnParseListener {

    private final UserTaskGuard guard;

    GuardEveryTask(UserTaskGuard guard) {
        this.guard = guard;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        UserTaskGuard.EVENTS.forEach(event -> task.addTaskListener(event, guard));
        task.setTaskFormHandler(new GuardedFormHandler(task.getTaskFormHandler(), task.getKey(), guard));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.setStartFormHandler(new GuardedStartForm(process.getStartFormHandler()));
    }
}
