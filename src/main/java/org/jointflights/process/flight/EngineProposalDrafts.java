package org.jointflights.process.flight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jointflights.application.drafts.ProposalDrafts;
import org.jointflights.domain.BadInput;
import org.jointflights.process.engine.TypedBefore;
import org.springframework.stereotype.Component;

/** The start form of {@code jointFlight}, filled in as if the person had typed it. */
@Component
class EngineProposalDrafts implements ProposalDrafts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TypedBefore typed;

    EngineProposalDrafts(TypedBefore typed) {
        this.typed = typed;
    }

    @Override
    public void fill(Map<String, Object> values) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (!ProposeFlightListener.FIELDS.contains(field)) {
                throw BadInput.of(field, value, "common.undeclared");
            }
            fields.put(field, JSON.valueToTree(value));
        });
        typed.keepOfStart(FlightProcess.KEY, fields);
    }
}
