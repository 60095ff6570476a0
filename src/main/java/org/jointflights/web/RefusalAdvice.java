package org.jointflights.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a person is told when a page or the API refuses: problem details (RFC 9457) under {@code /api}, a page elsewhere,
 * and never how it looks inside.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, Locale language) {
        HttpStatus status = StatusOf.refusal(refusal);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.sentence(language));
        problem.setProperty("code", refusal.code());
        if (refusal instanceof BadInput bad) {
            problem.setProperty("field", bad.field());
            problem.setProperty("value", bad.value());
        }
        return answer(problem, request);
    }

    @ExceptionHandler
    Object failed(Exception thrown, HttpServletRequest request, Locale language) throws Exception {
        if (thrown instanceof AccessDeniedException denied) {
            // The filter chain knows what to do: sign-in page, or 403.
            throw denied;
        }
        if (thrown instanceof ErrorResponse response && response.getStatusCode().value() < 500) {
            HttpStatusCode status = response.getStatusCode();
            return answer(ProblemDetail.forStatusAndDetail(status, text(status, language)), request);
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} failed, number {}", request.getRequestURI(), number, thrown);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Sentence.of("web.error.500", number).in(language));
        problem.setProperty("number", number);
        return answer(problem, request);
    }

    private static String text(HttpStatusCode status, Locale language) {
        String code = switch (status.value()) {
            case 403, 404, 405, 409, 413, 415 -> "web.error." + status.value();
            default -> "web.error.400";
        };
        return Sentence.of(code).in(language);
    }

    private static Object answer(ProblemDetail problem, HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.status(problem.getStatus()).body(problem);
        }
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(problem.getStatus()));
        page.addObject("sentence", problem.getDetail());
        return page;
    }
}
