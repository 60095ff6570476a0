package org.jointflights.process.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;
import org.jointflights.application.work.RecordRefusedAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has recorded what somebody tried by the engine's API and was not theirs to do; looking alone changes nothing. */
@Component
class NoteAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(NoteAttempts.class);

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final RecordRefusedAttempts attempts;
    private final RefusalAnswers answers;

    NoteAttempts(RecordRefusedAttempts attempts, RefusalAnswers answers) {
        this.attempts = attempts;
        this.answers = answers;
    }

    /** Only a refusal because it is somebody else's to do is noted; {@code body} as far as it was read. */
    void note(HttpServletRequest request, String body, Throwable refused) {
        Principal person = request.getUserPrincipal();
        if (person == null || LOOKING.contains(request.getMethod())) {
            return;
        }
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        try {
            answers.notYours(refused, request.getRequestURI())
                    .ifPresent(why -> attempts.onNamed(
                            person.getName(),
                            String.join(" ", request.getRequestURI(), query, body),
                            why.asSentence()));
        } catch (RuntimeException unnoted) {
            // Refused it is all the same, and the person is told that and not our trouble.
            LOG.error("A refused attempt of {} could not be put on the trail.", person.getName(), unnoted);
        }
    }
}
