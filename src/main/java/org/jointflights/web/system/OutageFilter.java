package org.jointflights.web.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jointflights.application.system.Outage;
import org.jointflights.application.system.Outages;
import org.jointflights.domain.Busy;
import org.jointflights.web.signin.EnginePages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Says in a sentence that the database is away or full, whoever found out: a filter of the sign-in, a page, an answer of the API,
 * or the session that is written at the end. It stands before all of them, and asks for no session and no person.
 */
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

    private final Outages outages;
    private final ITemplateEngine pages;
    private final ObjectMapper json;

    OutageFilter(Outages outages, ITemplateEngine pages, ObjectMapper json) {
        this.outages = outages;
        this.pages = pages;
        this.json = json;
    }

    /** The page that refuses something else may be the first to ask for the session. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failed) {
            Optional<Outage> outage = outages.behind(failed);
            if (outage.isEmpty() || response.isCommitted()) {
                throw failed;
            }
            LOG.warn(
                    "{} {} was refused: the database is {}.",
                    request.getMethod(),
                    request.getRequestURI(),
                    outage.get());
            refuse(outage.get().refusal(), request, response);
        }
    }

    private void refuse(Busy refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Locale language = request.getLocale();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/")) {
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, refusal.sentence(language));
            problem.setProperty("code", refusal.code());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem);
        } else if (EnginePages.isCall(request)) {
            // As the engine's other refusals, whose message Tasklist shows.
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(
                    response.getOutputStream(),
                    Map.of("type", refusal.getClass().getSimpleName(), "message", refusal.sentence(language)));
        } else {
            page(refusal, request, response);
        }
    }

    private void page(Busy refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        Map<String, Object> shown = Map.of(
                "sentence", refusal.sentence(request.getLocale()),
                "root", request.getContextPath());
        pages.process("outage", new Context(request.getLocale(), shown), response.getWriter());
    }
}
