package org.jointflights.web.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jointflights.domain.Busy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Where the provider is and what it can do, as it says itself. It is asked at the start, which it may miss, and after that
 * whenever somebody needs it until it has answered once.
 */
@Component
@Profile(ProviderDoor.PROFILE)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ProviderLookup implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLookup.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OAuth2ClientPropertiesMapper settings;
    private final Lock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration found;

    ProviderLookup(OAuth2ClientProperties settings) {
        this.settings = new OAuth2ClientPropertiesMapper(settings);
        ask();
    }

    /** Throws {@link ProviderStopped} while the provider is away. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ProviderDoor.REGISTRATION)) {
            return null;
        }
        return ask().orElseThrow(() -> new ProviderStopped(Busy.of(PATIENCE, "people.provided.away")));
    }

    /** The provider, if it has answered by now; it is not asked. */
    Optional<ClientRegistration> known() {
        return Optional.ofNullable(found);
    }

    /** One at a time: a provider that lets askers wait must not hold up everybody who presses the button meanwhile. */
    Optional<ClientRegistration> ask() {
        if (found == null && asking.tryLock()) {
            try {
                found = settings.asClientRegistrations().get(ProviderDoor.REGISTRATION);
            } catch (IllegalArgumentException | IllegalStateException away) {
                LOG.warn("The OpenID provider is away, and nobody signs in through it: {}", away.getMessage());
            } finally {
                asking.unlock();
            }
        }
        return known();
    }
}
