package org.jointflights.process.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.jointflights.process.api.RefusalAnswers.Answer;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Sees everything that is thrown behind the engine's API, with its causes still attached. Made by Jersey. */
public class RefusalMapper implements ExceptionMapper<Throwable> {

    private final HttpServletRequest request;

    /** Jersey hands in a stand-in for whatever request is being answered. */
    public RefusalMapper(@Context HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        WebApplicationContext beans =
                WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
        // The engine has undone its work by now.
        beans.getBean(NoteAttempts.class).note(request, "", thrown);
        Answer answer = beans.getBean(RefusalAnswers.class).to(thrown, request.getRequestURI(), request.getLocale());
        Response.ResponseBuilder told = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", answer.type(), "message", answer.message()));
        answer.retryAfter().ifPresent(seconds -> told.header(HttpHeaders.RETRY_AFTER, seconds));
        return told.build();
    }
}
