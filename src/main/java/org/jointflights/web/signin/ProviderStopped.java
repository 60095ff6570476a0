package org.jointflights.web.signin;

import org.jointflights.domain.Refusal;
import org.springframework.security.core.AuthenticationException;

/** The provider's answer was right, and yet whoever it names does not come in; the sentence says why. */
class ProviderStopped extends AuthenticationException {

    private final transient Refusal refusal;

    ProviderStopped(Refusal refusal) {
        super(refusal.code(), refusal);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
