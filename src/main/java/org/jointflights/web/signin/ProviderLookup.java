package org.jointflights.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Where the provider is and what it can do, as it says itself. It is asked at the start, which it may miss, and after that
 * whenever somebody needs it until it has answered once; and every minute, so that somebody notices when it goes away. Spring's
 * way of asking waits for half a minute at most to be connected, and for each answer.
 */
@Component
@Profile(ProviderDoor.PROFILE)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
public class ProviderLookup implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLookup.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OAuth2ClientPropertiesMapper settings;
    private final Lock asking = new ReentrantLock();
    private final Clock clock;
    private volatile @Nullable ClientRegistration found;
    private volatile @Nullable Instant awaySince;

    ProviderLookup(OAuth2ClientProperties settings, Clock clock) {
        this.settings = new OAuth2ClientPropertiesMapper(settings);
        this.clock = clock;
        look();
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

    /** Since when it does not answer, as this node knows by now; nothing while it does. It is not asked. */
    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    private Optional<ClientRegistration> ask() {
        if (found == null) {
            look();
        }
        return known();
    }

    /**
     * Asks it, whatever it has answered before; what it said first is kept. One at a time: a provider that lets askers wait must
     * not hold up everybody who presses the button meanwhile.
     */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    final void look() {
        if (asking.tryLock()) {
            try {
                answered(Objects.requireNonNull(settings.asClientRegistrations().get(ProviderDoor.REGISTRATION)));
            } catch (IllegalArgumentException | IllegalStateException away) {
                answeredNothing(away);
            } finally {
                asking.unlock();
            }
        }
    }

    private void answered(ClientRegistration provider) {
        if (found == null) {
            found = provider;
        }
        if (awaySince != null) {
            LOG.info("The OpenID provider answers again.");
            awaySince = null;
        }
    }

    private void answeredNothing(RuntimeException away) {
        if (awaySince == null) {
            awaySince = clock.instant();
            LOG.warn("The OpenID provider is away, and nobody signs in through it: {}", away.getMessage());
        }
    }
}
