package org.jointflights.web.signin;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Nobody but administrators signs in before the provider has been found. The node is given visitors all the same: who is
 * signed in works on, and no other node would find it.
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
        if (provider.ask().isPresent()) {
            health.up();
        } else {
            health.down();
        }
    }
}
