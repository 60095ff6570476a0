package org.jointflights.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is said when a request is refused, or fails, before any page of ours has seen it. */
@Controller
public class ErrorPage implements ErrorController {

    /** The request's attribute that holds the key of a sentence, where the status alone would mislead. */
    public static final String WHY = ErrorPage.class.getName() + ".why";

    /** Opened directly it is a page that there is not. */
    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale language) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known
                ? known
                : HttpStatus.NOT_FOUND.value();
        String address = text(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        if (status >= 500) {
            Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            return Problems.answer(
                    Problems.failure(address, thrown instanceof Throwable failure ? failure : null, language),
                    address,
                    request);
        }
        String sentence = text(request.getAttribute(WHY), Problems.code(HttpStatusCode.valueOf(status)));
        return Problems.answer(Problems.said(HttpStatusCode.valueOf(status), sentence, language), address, request);
    }

    private static String text(@Nullable Object attribute, String otherwise) {
        return attribute instanceof String text ? text : otherwise;
    }
}
