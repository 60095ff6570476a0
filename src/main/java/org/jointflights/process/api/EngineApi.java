package org.jointflights.process.api;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;

/** The API behind Tasklist and Cockpit, answering in our words where it refuses. Made by Jersey, by its class name. */
public class EngineApi extends EngineRestApplication {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(super.getClasses());
        classes.removeAll(
                Set.of(ExceptionHandler.class, RestExceptionHandler.class, ProcessEngineExceptionHandler.class));
        classes.add(RefusalMapper.class);
        classes.add(OnlyVisible.class);
        classes.add(TaskComments.class);
        classes.add(TaskUnclaim.class);
        classes.add(FormDrafts.class);
        classes.add(JobRetries.class);
        classes.add(InReadersLanguage.class);
        return classes;
    }
}
