package org.jointflights.web.signin;

import org.jointflights.domain.TooOften;
import org.springframework.security.core.AuthenticationException;

/** No password was looked at, because the next one has to wait. */
class SignInDelayed extends AuthenticationException {

    private final transient TooOften refusal;

    SignInDelayed(TooOften refusal) {
        super("sign-in delayed", refusal);
        this.refusal = refusal;
    }

    TooOften refusal() {
        return refusal;
    }
}
