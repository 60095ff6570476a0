package org.jointflights.web.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.costs.PreviewShares;
import org.jointflights.application.costs.ReadFlightFigures;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The schema of a cost input is written by hand: what it names is what the reader reads, no more and no less. */
@ProcessTest
class CostInputDescriptionTest {

    /** Every field that there is. */
    static final String FULL = """
            {"version": 1, "currency": "EUR",
             "participants": [
               {"party": "FR",
                "committed": {"returnees": 12, "escorts": 26, "medical": 2, "interpreters": 1, "monitors": 1, "others": 1},
                "used": {"returnees": 10, "escorts": 26, "medical": 2, "interpreters": 1, "monitors": 1, "others": 0}},
               {"party": "GB", "committed": {"returnees": 20, "escorts": 38}}],
             "route": {
               "stops": [{"airport": "CDG", "neededBy": ["FR"]}, {"airport": "STN", "neededBy": ["GB"]}, {"airport": "LOS"}],
               "legs": [{"km": 400, "aboard": ["FR"]}, {"km": 5000, "aboard": ["FR", "GB"]}],
               "shortcuts": [{"from": 0, "to": 2, "km": 4700}]},
             "items": [
               {"id": 2, "description": "escorts", "category": "ESCORTS", "amount": 46321.69, "payer": "GB", "sharers": ["FR", "GB"],
                "key": "CUSTOM", "customWeights": {"FR": 1, "GB": 2}, "limits": {"FR": {"floor": "10.00", "cap": "20000.00"}},
                "conversion": {"amount": "38000.00", "currency": "GBP", "rule": "MONTH_OF_FLIGHT",
                  "rates": [{"month": "2014-03", "unitsPerEuro": "0.82035", "source": "InforEuro"}]}},
               {"id": 3, "description": "fees", "amount": "600", "payer": "FR", "sharers": ["FR", "GB"], "key": "EQUAL"}],
             "withdrawals": {"rule": "TAPERED", "taper": [{"daysBefore": 15, "percentFreed": 100}],
               "releases": [{"from": "GB", "reusedBy": "FR", "daysBefore": 20, "seats": {"returnees": 2}}]},
             "quotes": [{"parties": ["FR"], "cost": "100000.00"}], "yardstick": "LEGS"}
            """;

    private static final String SCHEMA = "CostInput";

    @Autowired
    private MockMvc web;

    @Autowired
    private PreviewShares preview;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private ReadFlightFigures figures;

    private Contract contract;

    @BeforeEach
    void read() throws Exception {
        contract = new Contract(web.perform(get("/api/openapi.json").with(user("manager1")))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void an_input_with_every_field_is_taken_and_is_as_described() {
        assertThat(refused(FULL)).isNull();
        assertThat(faults(FULL)).isEmpty();
        assertThat(faults(CostJson.write(CostJson.read(FULL)))).isEmpty();
    }

    /** The reader says which fields it knows at each place; the full input has each of them. */
    @Test
    void each_object_has_the_fields_that_the_reader_names() {
        List<String> compared = new ArrayList<>();
        everywhere((way, object) -> {
            JsonNode schema = contract.at(SCHEMA, way);
            if (!schema.has("properties")) {
                return;
            }
            List<String> named = new ArrayList<>();
            schema.get("properties").fieldNames().forEachRemaining(named::add);
            BadInput refusal = refused(with(way, changed -> changed.put("surprise", 1)));
            assertThat(refusal).as("%s takes a field that there is not", way).isNotNull();
            String sentence = refusal.sentence(Locale.ENGLISH);
            List<String> known = Arrays.asList(sentence.replaceFirst("(?s).*The fields are: ", "")
                    .replaceFirst("[.]$", "")
                    .split(", "));
            assertThat(named).as("%s: %s", way, sentence).containsExactlyInAnyOrderElementsOf(known);
            assertThat(faults(with(way, changed -> changed.put("surprise", 1)))).isNotEmpty();
            compared.add(String.join(".", way));
        });

        assertThat(compared).contains("", "items.*.conversion.rates.*", "withdrawals.releases.*.seats", "quotes.*");
    }

    @Test
    void a_field_may_be_left_out_or_null_where_the_reader_does_without_it_and_nowhere_else() {
        List<String> asked = new ArrayList<>();
        everywhere((way, object) -> {
            JsonNode schema = contract.at(SCHEMA, way);
            schema.path("properties").fieldNames().forEachRemaining(field -> {
                for (boolean isNull : new boolean[] {false, true}) {
                    String text = with(way, changed -> {
                        changed.remove(field);
                        if (isNull) {
                            changed.putNull(field);
                        }
                    });
                    BadInput refusal = refused(text);
                    boolean misses = refusal != null && refusal.field().endsWith(field) && isOfTheReader(refusal);
                    assertThat(faults(text).isEmpty())
                            .as("%s without %s is %s", way, field, refusal)
                            .isEqualTo(!misses);
                    asked.add(field);
                }
            });
        });

        assertThat(asked).contains("participants", "unitsPerEuro", "percentFreed", "reusedBy", "floor");
    }

    @Test
    void a_value_of_another_kind_is_refused_by_the_reader_and_by_the_description() {
        List<String> asked = new ArrayList<>();
        everywhere((way, object) -> object.fieldNames().forEachRemaining(field -> {
            String text = with(way, changed -> changed.put(field, true));
            assertThat(refused(text)).as("%s.%s: true", way, field).isNotNull();
            assertThat(faults(text)).as("%s.%s: true", way, field).isNotEmpty();
            asked.add(field);
        }));

        assertThat(asked).contains("amount", "returnees", "km", "sharers", "key", "customWeights");
    }

    @Test
    void the_figures_of_a_live_flight_are_as_described() {
        users.open();
        OperationReference flight = new SomeFlights(users).sharing();
        String[] json = new String[1];
        users.as("frfinance1").does(() -> json[0] = figures.of(flight).json());

        assertThat(faults(json[0])).isEmpty();
        assertThat(refused(json[0])).isNull();
    }

    /** A refusal because of the kind of value that stands there, not because of what the figures mean together. */
    private static boolean isOfTheReader(BadInput refusal) {
        return refusal.code().startsWith("costs.budget.json.")
                || refusal.code().startsWith("money.")
                || refusal.code().equals("common.choice")
                || refusal.code().equals("common.wholeNumber");
    }

    private @Nullable BadInput refused(String text) {
        try {
            preview.of(text, Locale.ENGLISH);
            return null;
        } catch (BadInput refusal) {
            return refusal;
        }
    }

    private List<String> faults(String text) {
        return contract.faultsOfRequest("POST /api/cost-sharing/preview", text);
    }

    /** The full input, but for one object of it. */
    private static String with(List<String> way, Consumer<ObjectNode> change) {
        JsonNode whole = Contract.json(FULL);
        JsonNode now = whole;
        for (String step : way) {
            now = step.equals("*") ? now.get(0) : now.get(step);
        }
        change.accept((ObjectNode) now);
        return whole.toString();
    }

    /** Every object of the full input, the first of each list, with the way that leads to it. */
    private static void everywhere(BiConsumer<List<String>, ObjectNode> visit) {
        walk(List.of(), Contract.json(FULL), visit);
    }

    private static void walk(List<String> way, JsonNode value, BiConsumer<List<String>, ObjectNode> visit) {
        if (value instanceof ObjectNode object) {
            visit.accept(way, object);
            object.properties().forEach(field -> walk(longer(way, field.getKey()), field.getValue(), visit));
        } else if (value.isArray() && !value.isEmpty()) {
            walk(longer(way, "*"), value.get(0), visit);
        }
    }

    private static List<String> longer(List<String> way, String step) {
        List<String> longer = new ArrayList<>(way);
        longer.add(step);
        return longer;
    }
}
