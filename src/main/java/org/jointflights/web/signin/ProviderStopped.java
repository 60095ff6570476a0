package org.jointflights.web.signin;

import org.jointflights.domain.Refusal;
import org.springframework.security.core.AuthenticationException;

/**
 * Whoever goes to the provider does not come in, because it is away, or although its answer was right; the sentence says
 * why.
 */
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
