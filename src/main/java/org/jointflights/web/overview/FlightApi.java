package org.jointflights.web.overview;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the flight pages show and do, as JSON. */
@RestController
@RequestMapping(path = "/api/flights", produces = MediaType.APPLICATION_JSON_VALUE)
class FlightApi {

    /** Amounts are exact: a number with a fraction stays as it was written. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final ListFlights overview;
    private final ReadFlightFile files;
    private final SubmitFlightAct acts;

    FlightApi(ListFlights overview, ReadFlightFile files, SubmitFlightAct acts) {
        this.overview = overview;
        this.files = files;
        this.acts = acts;
    }

    /** The fields of a filter are described one by one, in the part that is written. */
    @GetMapping
    FlightJson.Listing list(@Parameter(hidden = true) @RequestParam Map<String, String> typed) {
        FlightFilter filter = FlightFilter.of(new TypedFields(typed));
        return FlightJson.listing(filter.apply(overview.flights()));
    }

    @GetMapping("/{reference}")
    FlightJson.Details flight(@PathVariable("reference") String typed, Locale language) {
        return FlightJson.details(files.file(OperationReference.named(typed)), language);
    }

    /** One of the acts that a flight's page offers: an object of its fields, or nothing where it has none. */
    @PostMapping(path = "/{reference}/{act}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @PathVariable("reference") String typed,
            @PathVariable("act") String act,
            @RequestBody(required = false) @Nullable String body) {
        acts.perform(OperationReference.named(typed), acts.named(act), fields(body));
    }

    private static Map<String, @Nullable Object> fields(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, @Nullable Object> fields = JSON.readValue(body, new TypeReference<>() {});
            if (fields == null) {
                throw BadInput.of("body", "null", "overview.notAnObject");
            }
            return fields;
        } catch (JsonProcessingException notAnObject) {
            throw BadInput.of("body", "", "overview.notAnObject");
        }
    }
}
