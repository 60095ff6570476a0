package org.jointflights.process.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.util.EngineUtil;

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
            EngineUtil.lookupProcessEngine("default").getTaskService().claim(path.group(1), null);
            request.abortWith(Response.noContent().build());
        }
    }
}
