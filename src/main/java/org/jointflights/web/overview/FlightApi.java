package org.jointflights.web.overview;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.deadlines.FindWayOut;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightCursor;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the flight pages show and do, as JSON. */
@RestController
@RequestMapping(path = "/api/flights", produces = MediaType.APPLICATION_JSON_VALUE)
class FlightApi {

    private static final int AT_ONCE = 100;
    private static final int MOST_AT_ONCE = 1000;

    /** Amounts are exact: a number with a fraction stays as it was written. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final ListFlights list;
    private final ReadFlightFile files;
    private final SubmitFlightAct acts;
    private final FindWayOut ways;

    FlightApi(ListFlights list, ReadFlightFile files, SubmitFlightAct acts, FindWayOut ways) {
        this.list = list;
        this.files = files;
        this.acts = acts;
        this.ways = ways;
    }

    /** The fields of a filter are described one by one, in the part that is written. */
    @GetMapping
    FlightJson.Listing list(@Parameter(hidden = true) @RequestParam Map<String, String> typed, Locale language) {
        TypedFields answers = new TypedFields(typed);
        FlightFilter filter = FlightFilter.of(answers);
        int most = answers.isEmpty("limit") ? AT_ONCE : answers.wholeNumber("limit", 1, MOST_AT_ONCE);
        FlightCursor after = answers.isEmpty("after") ? null : FlightCursor.of(answers.text("after"), filter.order());
        FlightChoice choice = list.choice(filter);
        ListFlights.Slice slice = list.slice(choice, after, most);
        FlightCursor next = slice.next();
        return new FlightJson.Listing(
                list.total(choice),
                slice.flights().stream()
                        .map(flight -> FlightEntry.of(flight, language))
                        .toList(),
                next == null ? null : link(typed, next));
    }

    /** The same question, for the flights that come next. */
    private static String link(Map<String, String> typed, FlightCursor next) {
        Map<String, String> question = new TreeMap<>(typed);
        question.put("after", next.text());
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/api/flights");
        question.forEach((field, value) -> link.queryParam(
                UriUtils.encode(field, StandardCharsets.UTF_8), UriUtils.encode(value, StandardCharsets.UTF_8)));
        return link.build(true).toUriString();
    }

    @GetMapping("/{reference}")
    FlightJson.Details flight(@PathVariable("reference") String typed, Locale language) {
        return FlightJson.details(files.file(OperationReference.named(typed)), ways, language);
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
