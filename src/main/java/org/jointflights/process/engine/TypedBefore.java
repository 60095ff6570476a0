package org.jointflights.process.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.drafts.Drafts;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.springframework.stereotype.Component;

/**
 * What somebody typed into a form and has not sent: kept while they type, for them alone, and in the form again when they
 * come back, after a closed page, the end of a session or a refusal.
 */
@Component
public class TypedBefore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Drafts drafts;
    private final CurrentUser person;
    private final TaskForms forms;
    private final Clock clock;

    TypedBefore(Drafts drafts, CurrentUser person, TaskForms forms, Clock clock) {
        this.drafts = drafts;
        this.person = person;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Keeps what was typed into the form of a task that the person has claimed. Throws {@link NotYours} of another's, and
     * {@link BadInput} for a field that the form does not have, a value that is none, or more than can be kept.
     */
    public void keepOfTask(TaskService tasks, String id, Map<String, JsonNode> typed) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null || !person.account().equals(task.getAssignee())) {
            throw NotYours.of("common.task.notClaimed");
        }
        Set<String> fields =
                forms.find(task.getTaskDefinitionKey()).map(TaskForm::fields).orElse(Set.of());
        for (Map.Entry<String, JsonNode> field : typed.entrySet()) {
            if (!fields.contains(field.getKey())) {
                throw BadInput.of(field.getKey(), field.getValue().asText(), "common.undeclared");
            }
        }
        drafts.keepOfTask(id, person.account(), written(typed));
    }

    /** The same of the form that starts a process. */
    public void keepOfStart(String process, Map<String, JsonNode> typed) {
        drafts.keepOfStart(process, person.account(), written(typed), clock.instant());
    }

    /** What the person typed last into the form of that task, by field. */
    Map<String, JsonNode> ofTask(String task) {
        return drafts.ofTask(task, person.account()).map(TypedBefore::read).orElse(Map.of());
    }

    /** The form that starts a process, with what the person typed into it before. */
    byte[] intoStart(String process, byte[] form) {
        Map<String, JsonNode> typed =
                drafts.ofStart(process, person.account()).map(TypedBefore::read).orElse(Map.of());
        if (typed.isEmpty()) {
            return form;
        }
        try {
            JsonNode filled = JSON.readTree(form);
            fill(filled.path("components"), typed);
            return JSON.writeValueAsBytes(filled);
        } catch (IOException e) {
            throw new IllegalStateException("the form that starts " + process + " cannot be read", e);
        }
    }

    /** The process was started. */
    void forgetStart(String process) {
        drafts.forgetStart(process, person.account());
    }

    private static void fill(JsonNode components, Map<String, JsonNode> typed) {
        for (JsonNode component : components instanceof ArrayNode list ? list : JSON.createArrayNode()) {
            JsonNode value = typed.get(component.path("key").asText());
            if (value != null && !value.isNull()) {
                ((ObjectNode) component).set("defaultValue", value);
            }
            fill(component.path("components"), typed);
        }
    }

    private static String written(Map<String, JsonNode> typed) {
        typed.forEach((field, value) -> {
            if (value.isContainerNode()) {
                throw BadInput.of(field, value.getNodeType().name(), "common.valueType");
            }
        });
        try {
            String text = JSON.writeValueAsString(typed);
            if (text.length() > Drafts.LONGEST) {
                throw BadInput.of("body", text.length(), "common.draft.tooLong", Drafts.LONGEST);
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was typed cannot be written", e);
        }
    }

    private static Map<String, JsonNode> read(String typed) {
        try {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            JSON.readTree(typed).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            return Objects.requireNonNull(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was typed is not what was kept", e);
        }
    }
}
