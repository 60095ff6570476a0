package org.jointflights.process.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stop.Purpose;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What a form says of itself that an example user types: a field's property {@code example}, in which {@code {flight}},
 * {@code {departure}}, {@code {today}} and {@code {country}} stand for the reference, the two days and the first
 * destination's country. A task that is answered by its form
 * needs no step in {@link ExampleSteps}.
 */
@Component
@Profile("example")
public class ExampleAnswers {

    private final FormService forms;
    private final Flights flights;
    private final FindAirports airports;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    ExampleAnswers(FormService forms, Flights flights, FindAirports airports, Clock clock) {
        this.forms = forms;
        this.flights = flights;
        this.airports = airports;
        this.clock = clock;
    }

    /** By field; empty where the form has none. */
    public Map<String, Object> of(Task task, OperationReference reference) {
        Map<String, Object> answers = new TreeMap<>();
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            for (JsonNode field : json.readTree(form).path("components")) {
                String example = field.path("properties").path("example").asText();
                if (!example.isEmpty()) {
                    answers.put(field.path("key").asText(), value(field, filled(example, reference)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    private String filled(String example, OperationReference reference) {
        Flight flight = flights.get(reference);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), flight.departure().getZone());
        return example.replace("{flight}", reference.value())
                .replace("{departure}", flight.departure().toLocalDate().toString())
                .replace("{today}", today.toString())
                .replace("{country}", country(flight));
    }

    private String country(Flight flight) {
        return flight.route().stops().stream()
                .filter(stop -> stop.purpose() == Purpose.DESTINATION)
                .map(stop -> airports.get("airport", stop.airport()).country())
                .findFirst()
                .orElseThrow();
    }

    private static Object value(JsonNode field, String example) {
        return field.path("type").asText().equals("number") ? (Object) Long.valueOf(example) : example;
    }
}
