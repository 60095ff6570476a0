package org.jointflights.process.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.camunda.bpm.engine.task.Task;

/**
 * Gives a claimed task back to its group. The engine's own answer asks for the right to assign tasks to anybody, which
 * nobody has; the guard sees to it that only the claimant does it. Made by Jersey.
 */
@Priority(Priorities.USER + 1)
public class TaskUnclaim implements ContainerRequestFilter {

    private static final Pattern UNCLAIM = Pattern.compile("engine/[^/]+/task/([^/]+)/unclaim/?");

    @Override
    public void filter(ContainerRequestContext request) {
        Matcher path = UNCLAIM.matcher(request.getUriInfo().getPath());
        if (path.matches() && request.getMethod().equals("POST")) {
            TaskService tasks = EngineUtil.lookupProcessEngine("default").getTaskService();
            Task task = tasks.createTaskQuery().taskId(path.group(1)).singleResult();
            if (task == null || task.getAssignee() != null) {
                tasks.claim(path.group(1), null);
            }
            request.abortWith(Response.noContent().build());
        }
    }
}
