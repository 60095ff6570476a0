package org.jointflights.process.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.jointflights.process.engine.WithoutAuthentication;

/**
 * Stands before everything that belongs to one task or instance. The engine asks nobody's right before it shows or takes
 * a comment or an attachment: whoever knew the id could read and write. Made by Jersey.
 */
public class OnlyVisible implements ContainerRequestFilter {

    private static final Pattern TASK = Pattern.compile("engine/[^/]+/task/([^/]+)/.+");
    private static final Pattern INSTANCE = Pattern.compile("engine/[^/]+/process-instance/([^/]+)/.+");

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        Matcher task = TASK.matcher(path);
        Matcher instance = INSTANCE.matcher(path);
        ProcessEngine engine = EngineUtil.lookupProcessEngine("default");
        if (task.matches() && !exists(engine, task.group(1))) {
            // Whoever completed it meanwhile is named in the answer.
            throw new NullValueException("the task is gone");
        }
        boolean hiddenTask = task.matches() && !seesTask(engine, task.group(1));
        boolean hiddenInstance = instance.matches() && !seesInstance(engine, instance.group(1));
        if (hiddenTask || hiddenInstance) {
            throw new AuthorizationException("not visible");
        }
    }

    private static boolean exists(ProcessEngine engine, String task) {
        return WithoutAuthentication.ask(
                engine,
                () -> engine.getTaskService().createTaskQuery().taskId(task).count() > 0);
    }

    private static boolean seesTask(ProcessEngine engine, String task) {
        return engine.getTaskService().createTaskQuery().taskId(task).count() > 0;
    }

    private static boolean seesInstance(ProcessEngine engine, String instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }
}
