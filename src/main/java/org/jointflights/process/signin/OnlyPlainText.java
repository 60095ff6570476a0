package org.jointflights.process.signin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jointflights.domain.PlainText;

/**
 * Reads whatever is asked of the engine's API and refuses what no keyboard types, before a database does. Made by
 * Jersey.
 */
public class OnlyPlainText implements ContainerRequestFilter {

    private static final JsonFactory JSON = new JsonFactory();

    /** What the administration stores of a person: shown to others on one line, and a mail is addressed with it. */
    private static final Set<String> OF_A_PERSON = Set.of("id", "firstName", "lastName", "email");

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        request.getUriInfo()
                .getQueryParameters()
                .forEach((name, values) -> values.forEach(value -> PlainText.require(name, value)));
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            requirePlain(body);
        }
    }

    private static void requirePlain(byte[] body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    require(field(json.getParsingContext()), json.getText());
                }
            }
        } catch (JsonProcessingException noJson) {
            // The engine answers that itself.
            return;
        }
    }

    private static void require(String field, String text) {
        if (OF_A_PERSON.contains(field)) {
            PlainText.requireLine(field, text);
        } else {
            PlainText.require(field, text);
        }
    }

    /** A variable's value stands in an object of its own; the field is what that object is called. */
    private static String field(JsonStreamContext at) {
        String name = Objects.requireNonNullElse(at.getCurrentName(), "body");
        boolean ofVariable = name.equals("value") && at.getParent() != null;
        return ofVariable ? Objects.requireNonNullElse(at.getParent().getCurrentName(), name) : name;
    }
}
