package org.jointflights.process.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.dto.task.CommentDto;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.NotYours;
import org.jointflights.process.incidents.ComplaintProcess;
import org.jointflights.process.incidents.SeriousIncidentProcess;
import org.jointflights.process.notice.CommentOnTask;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Shows the comments of an open task to whoever sees it, and takes those of its candidate groups. The engine's own
 * answer would first look the task up in the history, which is closed to those who work on it, and find none. Comes after
 * {@link OnlyVisible}. Made by Jersey.
 */
@Priority(Priorities.USER + 1)
public class TaskComments implements ContainerRequestFilter {

    private static final Pattern COMMENTS = Pattern.compile("engine/[^/]+/task/([^/]+)/comment(/create)?/?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServletRequest servlet;

    /** Jersey hands in a stand-in for whatever request is being answered. */
    public TaskComments(@Context HttpServletRequest servlet) {
        this.servlet = servlet;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Matcher path = COMMENTS.matcher(request.getUriInfo().getPath());
        if (!path.matches()) {
            return;
        }
        String task = path.group(1);
        ProcessEngine engine = EngineUtil.lookupProcessEngine("default");
        TaskService tasks = engine.getTaskService();
        boolean create = path.group(2) != null;
        if (tasks.createTaskQuery().taskId(task).count() == 0
                || !request.getMethod().equals(create ? "POST" : "GET")) {
            return;
        }
        if (create || isConfidential(tasks, task)) {
            requireMembership(engine, task);
        }
        Object answer = create
                ? CommentDto.fromComment(
                        WebApplicationContextUtils.getRequiredWebApplicationContext(servlet.getServletContext())
                                .getBean(CommentOnTask.class)
                                .comment(task, message(request)))
                : tasks.getTaskComments(task).stream()
                        .map(CommentDto::fromComment)
                        .toList();
        request.abortWith(Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build());
    }

    /** Of an incident or a complaint only those read a word who may do its task, whoever watches over the processes. */
    private static boolean isConfidential(TaskService tasks, String task) {
        return tasks.createTaskQuery()
                        .taskId(task)
                        .processDefinitionKeyIn(SeriousIncidentProcess.KEY, ComplaintProcess.KEY)
                        .count()
                > 0;
    }

    /** What is written stays in the flight's trail: whoever merely watches over a task adds nothing to it. */
    private static void requireMembership(ProcessEngine engine, String task) {
        Authentication author = engine.getIdentityService().getCurrentAuthentication();
        List<String> groups = engine.getTaskService().getIdentityLinksForTask(task).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
        if (author == null || author.getGroupIds() == null || Collections.disjoint(groups, author.getGroupIds())) {
            throw NotYours.of("common.task.notYourGroup", String.join(", ", groups));
        }
    }

    private static String message(ContainerRequestContext request) throws IOException {
        JsonNode typed = JSON.readTree(request.getEntityStream()).path("message");
        return new TypedFields(Map.of("message", typed.asText(""))).remark("message");
    }
}
