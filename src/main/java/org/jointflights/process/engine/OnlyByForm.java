package org.jointflights.process.engine;

import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jointflights.domain.NotYours;

/** Refuses the ways round a task's form: completing with any variables, resolving, throwing errors from outside. */
final class OnlyByForm extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof CompleteTaskCmd
                || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd) {
            throw NotYours.of("common.task.formOnly");
        }
        return next.execute(command);
    }
}
