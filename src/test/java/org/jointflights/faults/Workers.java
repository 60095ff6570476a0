package org.jointflights.faults;

import static org.jointflights.security.HttpUser.ENGINE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jointflights.security.HttpUser;

/** Several people in front of Tasklist, each doing one task of a flight after the other until the machine is gone. */
final class Workers {

    /** A task of which the application has said that it is done. */
    record Acknowledged(String task, String actor) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> SIGN = Map.of("answer", "SIGN");

    /** What is typed, by task; gates and what follows from the form is added. */
    private static final Map<String, Map<String, Object>> TYPED = Map.ofEntries(
            Map.entry(
                    "userTask_answerOffer",
                    Map.of(
                            "takesPart",
                            "yes",
                            "returnees",
                            3,
                            "escorts",
                            6,
                            "embarkation",
                            "CDG",
                            "answerFinal",
                            "yes")),
            Map.entry("userTask_acceptShare", Map.of("answer", "ACCEPT")),
            Map.entry("userTask_signDecisionForFrontex", SIGN),
            Map.entry("userTask_signDecisionForState", SIGN),
            Map.entry("userTask_signPlan", SIGN),
            Map.entry("userTask_confirmLegalBasis", SIGN),
            Map.entry("userTask_giveRightsOpinion", Map.of("answer", "POSITIVE")),
            Map.entry("userTask_signAsManager", SIGN),
            Map.entry("userTask_giveGo", SIGN),
            Map.entry("userTask_confirmBoarding", Map.of()),
            Map.entry("userTask_confirmGates", Map.of()),
            Map.entry("userTask_enterActualCost", Map.of("claimed", "no")),
            Map.entry("userTask_certifyClaim", Map.of("decision", "ELIGIBLE", "voucherChecked", "yes")),
            Map.entry("userTask_signStatement", SIGN));

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final List<Future<String>> working = new ArrayList<>();
    private final ExecutorService threads;

    private Workers(int people) {
        threads = Executors.newFixedThreadPool(people);
    }

    /** They are signed in before anybody begins. */
    static Workers start(int port, String flight, List<String> people) {
        Workers workers = new Workers(people.size());
        List<HttpUser> browsers = new ArrayList<>();
        people.forEach(name -> browsers.add(HttpUser.signedIn(port, name)));
        for (int i = 0; i < people.size(); i++) {
            String name = people.get(i);
            HttpUser browser = browsers.get(i);
            workers.working.add(workers.threads.submit(() -> {
                workers.work(browser, name, flight);
                return name;
            }));
        }
        workers.threads.shutdown();
        return workers;
    }

    /** Whether somebody has been told that a task is done; none if there is nothing left to do. */
    boolean awaitFirst() throws InterruptedException {
        return first.await(20, TimeUnit.SECONDS);
    }

    /** What was acknowledged, once all have noticed that nobody answers any more. */
    List<Acknowledged> awaitEnd() throws InterruptedException, ExecutionException {
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new AssertionError("somebody still waits for an answer");
        }
        for (Future<String> each : working) {
            each.get();
        }
        return List.copyOf(acknowledged);
    }

    private void work(HttpUser browser, String name, String flight) throws JsonProcessingException {
        Set<String> refused = new HashSet<>();
        try {
            while (true) {
                Optional<JsonNode> open = next(browser, flight, refused);
                if (open.isPresent()) {
                    String task = open.get().get("id").asText();
                    if (completes(browser, name, open.get())) {
                        acknowledged.add(new Acknowledged(task, name));
                        first.countDown();
                    } else {
                        refused.add(task);
                    }
                }
            }
        } catch (AssertionError gone) {
            // The machine answers nobody any more: whoever waited does not know whether it was done.
            return;
        }
    }

    private static Optional<JsonNode> next(HttpUser browser, String flight, Set<String> refused)
            throws JsonProcessingException {
        HttpResponse<String> answer =
                browser.get(ENGINE + "/task?maxResults=50&processVariables=reference_eq_" + flight);
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        for (JsonNode task : JSON.readTree(answer.body())) {
            if (TYPED.containsKey(task.get("taskDefinitionKey").asText())
                    && !refused.contains(task.get("id").asText())) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    private static boolean completes(HttpUser browser, String name, JsonNode task) throws JsonProcessingException {
        String path = ENGINE + "/task/" + task.get("id").asText();
        if (!name.equals(task.path("assignee").asText())
                && browser.send("POST", path + "/claim", "{\"userId\":\"" + name + "\"}")
                                .statusCode()
                        != 204) {
            return false;
        }
        Map<String, Object> fields = new HashMap<>();
        TYPED.get(task.get("taskDefinitionKey").asText())
                .forEach((field, value) -> fields.put(field, Map.of("value", value)));
        JSON.readTree(browser.get(path + "/form-variables").body()).properties().forEach(variable -> {
            String place = variable.getKey().replaceFirst("^gate", "");
            if (variable.getKey().matches("gate[0-9]+")
                    && !variable.getValue().path("value").asText().isEmpty()) {
                fields.put("answer" + place, Map.of("value", "CONFIRMED"));
            }
        });
        HttpResponse<String> told =
                browser.send("POST", path + "/submit-form", JSON.writeValueAsString(Map.of("variables", fields)));
        return told.statusCode() == 204;
    }
}
