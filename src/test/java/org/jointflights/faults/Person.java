package org.jointflights.faults;

import static org.jointflights.security.HttpUser.ENGINE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jointflights.security.HttpUser;

/** Somebody in front of Tasklist, whose session is kept while machines come and go. */
final class Person {

    /** A task of which the application has said that it is done. */
    record Acknowledged(String task, String actor) {}

    /** An open task as a list shows it. */
    record Open(String id, String task, String assignee) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final HttpUser browser;
    private volatile IntSupplier ports;

    private Person(String name, int port) {
        this.name = name;
        this.browser = HttpUser.signedIn(port, name);
        this.ports = () -> port;
    }

    static Person signedIn(int port, String name) {
        return new Person(name, port);
    }

    String name() {
        return name;
    }

    Person ledTo(int port) {
        return ledTo(() -> port);
    }

    /** Each request to one of these, as a proxy without stickiness leads it. */
    Person ledTo(IntSupplier ports) {
        this.ports = ports;
        return this;
    }

    private HttpUser browser() {
        return browser.ledTo(ports.getAsInt());
    }

    /** What waits for this person and is theirs to do; of that flight, or of all if none is named. */
    List<Open> tasks(String flight) {
        HttpResponse<String> answer = browser()
                .get(ENGINE + "/task?maxResults=100"
                        + (flight.isEmpty() ? "" : "&processVariables=reference_eq_" + flight));
        List<Open> open = new ArrayList<>();
        if (answer.statusCode() == 200) {
            for (JsonNode task : json(answer.body())) {
                String key = task.get("taskDefinitionKey").asText();
                if (Typed.isFor(name, key)) {
                    open.add(new Open(
                            task.get("id").asText(), key, task.path("assignee").asText()));
                }
            }
        }
        return open;
    }

    /** What its form shows. */
    JsonNode shown(Open task) {
        return json(browser().get(path(task) + "/form-variables").body());
    }

    /** Claims it unless it is this person's already, and submits its form. */
    HttpResponse<String> completes(Open task, LocalDate departure, JsonNode shown) {
        if (!name.equals(task.assignee())) {
            HttpResponse<String> claimed =
                    browser().send("POST", path(task) + "/claim", "{\"userId\":\"" + name + "\"}");
            if (claimed.statusCode() != 204) {
                return claimed;
            }
        }
        return browser()
                .send(
                        "POST",
                        path(task) + "/submit-form",
                        text(Map.of("variables", Typed.by(name, task.task(), task.id(), departure, shown))));
    }

    /** The reference of a flight that this coordinator has proposed. */
    String proposes(String fields) {
        HttpResponse<String> answer =
                browser().send("POST", ENGINE + "/process-definition/key/jointFlight/submit-form", fields);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return json(answer.body()).get("businessKey").asText();
    }

    private static String path(Open task) {
        return ENGINE + "/task/" + task.id();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
