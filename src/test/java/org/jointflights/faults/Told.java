package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What one of those who acted at the same moment was answered. */
record Told(int status, String sentence) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A step of the engine that was not run, because what it was about to change had changed. */
    static final Told STEP_LOST = new Told(409, "This step is done again by the engine.");

    static final Told STEP_RUN = new Told(204, "");

    /** The engine calls the sentence {@code message}, our own API {@code detail}. */
    static Told by(HttpResponse<String> answer) throws JsonProcessingException {
        if (answer.statusCode() < 300) {
            return new Told(answer.statusCode(), "");
        }
        JsonNode body = JSON.readTree(answer.body());
        return new Told(
                answer.statusCode(),
                body.path("message").asText(body.path("detail").asText()));
    }

    boolean done() {
        return status < 300;
    }

    /** Either it is done, or it is said in one whole sentence of ours that somebody was faster. */
    Told isClear() {
        if (!done()) {
            assertThat(status).as(sentence).isBetween(400, 499);
            assertThat(sentence)
                    .matches("\\p{Lu}.{15,}\\.")
                    .doesNotContain("ENGINE-", "Exception", "Cannot ", "org.", "SQL", "null");
        }
        return this;
    }
}
