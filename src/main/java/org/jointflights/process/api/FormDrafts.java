package org.jointflights.process.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.jointflights.process.engine.TypedBefore;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Takes what somebody has typed into a form so far, as the form would send it: the engine has no such address. Made by Jersey. */
@PreMatching
public class FormDrafts implements ContainerRequestFilter {

    private static final Pattern OF_TASK = Pattern.compile("engine/[^/]+/task/([^/]+)/draft/?");
    private static final Pattern OF_START = Pattern.compile("engine/[^/]+/process-definition/key/([^/]+)/draft/?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServletRequest servlet;

    /** Jersey hands in a stand-in for whatever request is being answered. */
    public FormDrafts(@Context HttpServletRequest servlet) {
        this.servlet = servlet;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Matcher task = OF_TASK.matcher(request.getUriInfo().getPath());
        Matcher start = OF_START.matcher(request.getUriInfo().getPath());
        if (!request.getMethod().equals("POST") || (!task.matches() && !start.matches())) {
            return;
        }
        ProcessEngine engine = EngineUtil.lookupProcessEngine("default");
        TypedBefore typed = WebApplicationContextUtils.getRequiredWebApplicationContext(servlet.getServletContext())
                .getBean(TypedBefore.class);
        if (task.matches()) {
            typed.keepOfTask(engine.getTaskService(), task.group(1), fields(request));
        } else {
            requireStartable(engine, start.group(1));
            typed.keepOfStart(start.group(1), fields(request));
        }
        request.abortWith(Response.noContent().build());
    }

    private static void requireStartable(ProcessEngine engine, String process) {
        if (engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .startableInTasklist()
                        .count()
                == 0) {
            throw new NotFoundException();
        }
    }

    private static Map<String, JsonNode> fields(ContainerRequestContext request) throws IOException {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        JSON.readTree(request.getEntityStream())
                .path("variables")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().path("value")));
        return fields;
    }
}
