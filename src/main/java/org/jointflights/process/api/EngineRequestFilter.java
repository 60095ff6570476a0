package org.jointflights.process.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointflights.application.people.People;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.PlainText;
import org.jointflights.domain.Refusal;
import org.jointflights.process.api.EngineRoutes.Route;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through to the engine's API what {@link EngineRoutes} names, to those it names, with a body that
 * {@link RequestBody} has understood. Everything else ends here.
 */
class EngineRequestFilter extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_NOTED = 20_000;
    private static final Pattern MODELS =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/process-definition(/count)?/?");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    private final People people;
    private final RefusalAnswers refusals;
    private final NoteAttempts attempts;

    EngineRequestFilter(People people, RefusalAnswers refusals, NoteAttempts attempts) {
        this.people = people;
        this.refusals = refusals;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(admitted(request), response);
        } catch (Refusal refusal) {
            attempts.note(request, body(request), refusal);
            RefusalAnswers.Answer answer = refusals.to(refusal, request.getRequestURI(), request.getLocale());
            response.setStatus(answer.status());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            JSON.writeValue(response.getOutputStream(), Map.of("type", answer.type(), "message", answer.message()));
        }
    }

    /** What of it nobody has read yet: a closed address is refused before. */
    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readNBytes(MOST_NOTED), StandardCharsets.UTF_8);
    }

    private HttpServletRequest admitted(HttpServletRequest request) throws IOException {
        Principal user = request.getUserPrincipal();
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Optional<Route> route = EngineRoutes.find(request.getMethod(), path);
        if (user == null || route.isEmpty() || !route.get().opens(people.groupsOf(user.getName()))) {
            throw NotYours.of("signin.closed");
        }
        requirePlainParameters(request);
        if (MODELS.matcher(path).matches()) {
            requireNothingOfWhatRuns(request);
        }
        if (!WITH_BODY.contains(request.getMethod())) {
            return request;
        }
        byte[] sent = request.getInputStream().readAllBytes();
        if (sent.length > 0) {
            requireJson(request.getContentType());
        }
        RequestBody body = RequestBody.read(sent);
        switch (route.get().body()) {
            case CLAIM -> body.requireClaimFor(user.getName());
            case FORM -> body.requirePlainVariables();
            case RETRIES -> body.requireRetries();
            case QUESTION -> {
                // Nothing beyond what every body is held to.
            }
        }
        return new CheckedRequest(request, body.bytes());
    }

    private static void requirePlainParameters(HttpServletRequest request) {
        try {
            request.getParameterMap().forEach((name, values) -> {
                RequestBody.requireNoExpression(name);
                for (String value : values) {
                    PlainText.require(name, value);
                }
            });
        } catch (RequestRejectedException oddName) {
            throw BadInput.of("parameter", "", "common.controlCharacter");
        }
    }

    /** Models are everybody's, but the engine finds them by what went wrong in any flight: an answer would tell what did. */
    private static void requireNothingOfWhatRuns(HttpServletRequest request) {
        for (String name : request.getParameterMap().keySet()) {
            if (name.startsWith("incident")) {
                throw BadInput.of(name, "", "signin.models.incident");
            }
        }
    }

    private static void requireJson(String sent) {
        try {
            MediaType type = MediaType.parseMediaType(sent == null ? "" : sent);
            if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8))) {
                return;
            }
        } catch (IllegalArgumentException unreadable) {
            throw BadInput.of("Content-Type", sent == null ? "" : sent, "common.json");
        }
        throw BadInput.of("Content-Type", sent, "common.json");
    }
}
