package org.jointflights.process.api;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.process.system.RetryJobs;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Has a failed job tried again by us rather than by the engine's own answer, which would tell nobody. Made by Jersey. */
@Priority(Priorities.USER + 1)
public class JobRetries implements ContainerRequestFilter {

    private static final Pattern RETRIES = Pattern.compile("engine/[^/]+/job/([^/]+)/retries/?");

    private final HttpServletRequest request;

    /** Jersey hands in a stand-in for whatever request is being answered. */
    public JobRetries(@Context HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext asked) throws IOException {
        Matcher path = RETRIES.matcher(asked.getUriInfo().getPath());
        if (path.matches() && asked.getMethod().equals("PUT")) {
            RequestBody body = RequestBody.read(asked.getEntityStream().readAllBytes());
            WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                    .getBean(RetryJobs.class)
                    .retry(path.group(1), body.retries());
            asked.abortWith(Response.noContent().build());
        }
    }
}
