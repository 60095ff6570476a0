package org.jointflights.process.engine;

import org.jointflights.application.work.PreparingTasks;
import org.springframework.stereotype.Component;

/** Each task's form says whether it prepares; a task that has none any more is taken to. */
@Component
class EnginePreparingTasks implements PreparingTasks {

    private final TaskForms forms;

    EnginePreparingTasks(TaskForms forms) {
        this.forms = forms;
    }

    @Override
    public boolean prepares(String task) {
        return forms.find(task).map(TaskForm::prepares).orElse(true);
    }
}
