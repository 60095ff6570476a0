package org.jointflights.web.signin;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Nobody but administrators signs in while the provider is away. The node is given visitors all the same: who is signed in
 * works on, and no other node would find it. Whoever asks does not wait for the provider: it is asked every minute.
 */
@Component
@Profile(ProviderDoor.PROFILE)
class ProviderHealthIndicator extends AbstractHealthIndicator {

    private final ProviderLookup provider;

    ProviderHealthIndicator(ProviderLookup provider) {
        this.provider = provider;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (provider.awaySince().isEmpty()) {
            health.up();
        } else {
            health.down();
        }
    }
}
