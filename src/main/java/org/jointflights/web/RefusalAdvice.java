package org.jointflights.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jointflights.application.system.Outages;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Busy;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.TooOften;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * What a person is told when a page or the API refuses: problem details (RFC 9457) under {@code /api}, a page elsewhere,
 * and never how it looks inside.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    private final Outages outages;

    RefusalAdvice(Outages outages) {
        this.outages = outages;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale language) {
        HttpStatus status = StatusOf.refusal(refusal);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.sentence(language));
        problem.setProperty("code", refusal.code());
        if (refusal instanceof BadInput bad) {
            problem.setProperty("field", bad.field());
            problem.setProperty("value", bad.value());
        }
        if (refusal instanceof Busy busy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(busy.seconds()));
        }
        if (refusal instanceof TooOften wait) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
        }
        return Problems.answer(problem, request.getRequestURI(), request);
    }

    @ExceptionHandler
    Object failed(Exception thrown, HttpServletRequest request, Locale language) throws Exception {
        if (thrown instanceof AccessDeniedException denied) {
            // The filter chain knows what to do: sign-in page, or 403.
            throw denied;
        }
        if (outages.behind(thrown).isPresent()) {
            // The filter that stands before all says it; a page of ours would ask the database who reads it.
            throw thrown;
        }
        String address = request.getRequestURI();
        if (thrown instanceof RequestRejectedException) {
            // A name of a parameter that no page of ours has, with signs that no keyboard types.
            return Problems.answer(
                    Problems.said(HttpStatus.BAD_REQUEST, Problems.code(HttpStatus.BAD_REQUEST), language),
                    address,
                    request);
        }
        if (thrown instanceof ConcurrencyFailureException) {
            return Problems.answer(Problems.said(HttpStatus.CONFLICT, "signin.lost", language), address, request);
        }
        if (thrown instanceof ErrorResponse response && response.getStatusCode().value() < 500) {
            HttpStatusCode status = response.getStatusCode();
            return Problems.answer(Problems.said(status, Problems.code(status), language), address, request);
        }
        return Problems.answer(Problems.failure(address, thrown, language), address, request);
    }
}
