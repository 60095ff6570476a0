package org.jointflights.web.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What the description promises, each answer held to it, and what of it has been seen. Stricter than the description: an
 * answer has no field that is not named.
 */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode description;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> read = new TreeMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();

    Contract(String description) {
        this.description = (ObjectNode) json(description);
        schemaNames().forEach(name -> {
            ObjectNode schema = (ObjectNode) schemas().get(name);
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        });
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }

    /** {@code GET /api/flights}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    JsonNode operation(String operation) {
        String[] parts = operation.split(" ", 2);
        return description.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    }

    /** {@code GET /api/flights 200}: each operation with each of its statuses. */
    Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        for (String operation : operations()) {
            operation(operation)
                    .get("responses")
                    .fieldNames()
                    .forEachRemaining(status -> promised.add(operation + " " + status));
        }
        return promised;
    }

    /** Those that an answer has been held to. */
    Set<String> asked() {
        return asked;
    }

    /** What is wrong with an answer; nothing if it is as described. */
    List<String> faults(String method, String target, int status, String type, String body) {
        String operation = operationOf(method, target);
        if (operation == null) {
            return List.of(method + " " + target + " is not described");
        }
        String name = operation + " " + status;
        JsonNode answer = resolved(operation(operation).get("responses").path(Integer.toString(status)));
        if (answer.isMissingNode()) {
            return List.of(name + " is not described: " + body);
        }
        asked.add(name);
        JsonNode content = answer.path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(name + " has a body: " + body);
        }
        JsonNode schema = content.path(type.replaceFirst(";.*", "")).path("schema");
        if (schema.isMissingNode()) {
            return List.of(name + " is of another type: " + type + " " + body);
        }
        JsonNode value =
                type.contains("json") ? json(body) : JSON.getNodeFactory().textNode(body);
        see(schema, value);
        return errors(schema, value).stream().map(error -> name + ": " + error).toList();
    }

    /** What is wrong with the body of a request. */
    List<String> faultsOfRequest(String operation, String body) {
        return errors(operation(operation).at("/requestBody/content/application~1json/schema"), json(body));
    }

    private List<String> errors(JsonNode schema, JsonNode value) {
        Schema known = read.computeIfAbsent(schema.toString(), key -> {
            ObjectNode whole = (ObjectNode) schema.deepCopy();
            whole.set("components", description.get("components"));
            return schemas.getSchema(whole);
        });
        return known.validate(value).stream().map(Error::toString).toList();
    }

    private String operationOf(String method, String target) {
        String path = target.replaceFirst("\\?.*", "");
        return operations().stream()
                .filter(operation -> operation.startsWith(method + " "))
                .filter(operation -> Pattern.matches(
                        operation.substring(method.length() + 1).replaceAll("\\{[a-z]+}", "[^/]+"), path))
                .min(Comparator.comparing(
                        operation -> operation.replaceAll("[^{]", "").length()))
                .orElse(null);
    }

    /** The fields of all schemas that answers are made of, and of those the ones that an answer has had. */
    Set<String> fieldsOfAnswers() {
        Set<String> fields = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (String operation : operations()) {
            operation(operation).get("responses").forEach(answer -> reach(resolved(answer), names));
        }
        names.forEach(name -> schemas()
                .get(name)
                .path("properties")
                .fieldNames()
                .forEachRemaining(field -> fields.add(name + "." + field)));
        return fields;
    }

    Set<String> fieldsSeen() {
        return seen;
    }

    private void reach(JsonNode schema, Set<String> names) {
        JsonNode reference = schema.get("$ref");
        if (reference != null && names.add(name(reference))) {
            reach(schemas().get(name(reference)), names);
        }
        schema.forEach(part -> reach(part, names));
    }

    /** Notes which fields of which schema hold something. */
    private void see(JsonNode schema, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        JsonNode reference = schema.get("$ref");
        if (reference != null) {
            JsonNode named = schemas().get(name(reference));
            value.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    seen.add(name(reference) + "." + field.getKey());
                }
            });
            see(named, value);
        }
        schema.path("anyOf").forEach(either -> see(either, value));
        schema.path("properties").properties().forEach(field -> {
            if (value.has(field.getKey())) {
                see(field.getValue(), value.get(field.getKey()));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            value.forEach(each -> see(schema.get("additionalProperties"), each));
        }
        if (schema.has("items")) {
            value.forEach(each -> see(schema.get("items"), each));
        }
    }

    /** The names of the fields of a schema of that name. */
    List<String> fields(String schema) {
        List<String> names = new ArrayList<>();
        schemas().get(schema).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The schema at which a value inside a body stands, by the way from the body: fields, {@code *} for any element. */
    JsonNode at(String schema, List<String> way) {
        JsonNode now = schemas().get(schema);
        for (String step : way) {
            JsonNode open = opened(now);
            now = step.equals("*")
                    ? (open.has("items") ? open.get("items") : open.get("additionalProperties"))
                    : open.path("properties").has(step)
                            ? open.get("properties").get(step)
                            : open.get("additionalProperties");
        }
        return opened(now);
    }

    private JsonNode opened(JsonNode schema) {
        if (schema.has("$ref")) {
            return opened(schemas().get(name(schema.get("$ref"))));
        }
        return schema.has("anyOf") ? opened(schema.get("anyOf").get(0)) : schema;
    }

    private JsonNode resolved(JsonNode answer) {
        return answer.has("$ref") ? description.at(answer.get("$ref").asText().substring(1)) : answer;
    }

    private JsonNode schemas() {
        return description.at("/components/schemas");
    }

    private List<String> schemaNames() {
        Iterable<String> names = () -> schemas().fieldNames();
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static String name(JsonNode reference) {
        return reference.asText().replaceFirst(".*/", "");
    }
}
