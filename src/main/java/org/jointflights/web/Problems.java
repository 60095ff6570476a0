package org.jointflights.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Answers in one sentence: problem details (RFC 9457) under {@code /api}, a page elsewhere. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** The key of the sentence for a status below 500. */
    static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 401, 403, 404, 405, 409, 411, 413, 415 -> "web.error." + status.value();
            default -> "web.error.400";
        };
    }

    static ProblemDetail said(HttpStatusCode status, String code, Locale language) {
        return ProblemDetail.forStatusAndDetail(status, Sentence.of(code).in(language));
    }

    /** A failure of ours, with a number that the log has too. */
    static ProblemDetail failure(String address, @Nullable Throwable thrown, Locale language) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} failed, number {}", address, number, thrown);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Sentence.of("web.error.500", number).in(language));
        problem.setProperty("number", number);
        return problem;
    }

    /** The answer to a request of that address. */
    static Object answer(ProblemDetail problem, String address, HttpServletRequest request) {
        if (address.startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.status(problem.getStatus()).body(problem);
        }
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(problem.getStatus()));
        page.addObject("sentence", problem.getDetail());
        return page;
    }
}
