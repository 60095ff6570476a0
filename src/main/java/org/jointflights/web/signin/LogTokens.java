package org.jointflights.web.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jointflights.application.people.token.ApiToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which token was used, whose it is, and from where, a line in the log for each hour and address; and a line whenever one is
 * refused. What was sent is not written down: it may be a secret that works, or a password. Nor is what its owner called it,
 * which somebody typed.
 */
@Component
class LogTokens {

    private static final Logger LOG = LoggerFactory.getLogger(LogTokens.class);

    /** A program may ask a thousand times an hour; from the first line on nobody learns more. */
    private static final Duration ONE_LINE = Duration.ofHours(1);

    /** More uses than this are not remembered at once; of the least recent there is another line. */
    private static final int KEPT = 20_000;

    private record Use(long token, String address) {}

    private final Cache<Use, Boolean> logged;

    LogTokens(Clock clock) {
        logged = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(ONE_LINE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    void used(ApiToken token, String address) {
        if (logged.asMap().putIfAbsent(new Use(token.number(), address), true) == null) {
            LOG.info("Token {} of {} was used from {}.", token.number(), token.person(), address);
        }
    }

    /** It is null where there is no such token, or none any more. */
    void refused(@Nullable ApiToken token, String address) {
        if (token == null) {
            LOG.warn("An unknown or revoked token was refused from {}.", address);
        } else {
            LOG.warn("Token {} of {} was refused from {}.", token.number(), token.person(), address);
        }
    }

    void notGoodFor(ApiToken token, String method, String address) {
        LOG.warn("Token {} of {} is not good for a {} from {}.", token.number(), token.person(), method, address);
    }
}
