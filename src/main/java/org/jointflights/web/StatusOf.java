package org.jointflights.web;

import org.jointflights.domain.BadInput;
import org.jointflights.domain.Busy;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.TooOften;
import org.jointflights.domain.Unknown;
import org.springframework.http.HttpStatus;

/** How HTTP calls each kind of refusal. */
public final class StatusOf {

    private StatusOf() {}

    /** 400, 403, 404, 409, 413 or 429, and 503 where there are too many at once. */
    public static HttpStatus refusal(Refusal refusal) {
        if (refusal instanceof BadInput) {
            return HttpStatus.BAD_REQUEST;
        }
        if (refusal instanceof Unknown) {
            return HttpStatus.NOT_FOUND;
        }
        if (refusal instanceof NotYours) {
            return HttpStatus.FORBIDDEN;
        }
        if (refusal instanceof Conflict) {
            return HttpStatus.CONFLICT;
        }
        if (refusal instanceof TooOften) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        if (refusal instanceof TooMuch) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        if (refusal instanceof Busy) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        throw new IllegalStateException("a new kind of refusal: " + refusal.getClass());
    }
}
