package org.jointflights.process.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.process.engine.Drawings;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.Wordings;

/**
 * Names tasks, processes and lists, and writes what stands on a drawing, in the reader's language: the engine keeps one name
 * of each, that of the model. Made by Jersey.
 */
public class InReadersLanguage implements WriterInterceptor {

    /** Nothing that anybody typed is named in any of these: a name of the model stands beside the model's own key. */
    private static final Set<String> KEYS = Set.of("taskDefinitionKey", "processDefinitionKey", "key", "activityId");

    private static final Set<String> NAMES = Set.of("name", "activityName", "processDefinitionName");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Wordings WORDINGS = Wordings.ofModels();

    private final HttpServletRequest request;

    /** Jersey hands in a stand-in for whatever request is being answered. */
    public InReadersLanguage(@Context HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        Locale language = request.getLocale();
        if (!FormLanguage.OTHERS.contains(language) || !isJson(answer.getMediaType())) {
            answer.proceed();
            return;
        }
        OutputStream out = answer.getOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        answer.setOutputStream(written);
        answer.proceed();
        JsonNode told = JSON.readTree(written.toByteArray());
        translate(told, language);
        out.write(told == null ? written.toByteArray() : JSON.writeValueAsBytes(told));
        answer.setOutputStream(out);
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private static void translate(JsonNode node, Locale language) {
        if (node instanceof ArrayNode rows) {
            rows.forEach(row -> translate(row, language));
        } else if (node instanceof ObjectNode told) {
            if (told.path("properties").path(language.getLanguage()) instanceof ObjectNode words) {
                useWords(told, words);
            }
            told.path("groups").forEach(group -> useNameOfGroup(group, language));
            boolean isOfModel = KEYS.stream().anyMatch(told::has);
            told.properties().forEach(part -> {
                if (isOfModel && NAMES.contains(part.getKey()) && part.getValue() instanceof TextNode name) {
                    part.setValue(TextNode.valueOf(WORDINGS.in(language, name.textValue())));
                } else if (part.getKey().equals("bpmn20Xml") && part.getValue() instanceof TextNode model) {
                    part.setValue(TextNode.valueOf(Drawings.in(language, model.textValue())));
                } else {
                    translate(part.getValue(), language);
                }
            });
        }
    }

    /** A list is stored with its words in every other language. */
    private static void useWords(ObjectNode list, ObjectNode words) {
        list.set("name", words.path("name"));
        ObjectNode properties = (ObjectNode) list.path("properties");
        words.properties().stream()
                .filter(word -> !word.getKey().equals("name"))
                .forEach(word -> properties.set(word.getKey(), word.getValue()));
    }

    private static void useNameOfGroup(JsonNode group, Locale language) {
        String id = group.path("id").asText();
        if (group instanceof ObjectNode named) {
            Role.ofGroup(id).ifPresent(role -> named.put("name", role.nameOfGroup(Viewer.partyOf(id), language)));
        }
    }
}
