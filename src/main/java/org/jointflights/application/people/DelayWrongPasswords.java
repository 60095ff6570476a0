package org.jointflights.application.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jointflights.domain.TooOften;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Delays the next password after wrong ones and never locks anybody out: a delay belongs to one network address and one
 * sign-in name, so nobody elsewhere can delay the name's owner. An address that tries too many names has to pause.
 */
@Component
public class DelayWrongPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(DelayWrongPasswords.class);

    /** So many wrong passwords cost no time; each one more doubles a delay that begins at a second. */
    private static final int FREE = 3;

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    /** The time in which an address is counted, and after which a name without further wrong passwords is forgotten. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** More names or addresses than this are not remembered at once; the least used ones go first. */
    private static final int KEPT = 20_000;

    /** No sign-in name is longer; what is longer is cut, so that it takes no more space than a name. */
    private static final int LONGEST_NAME = 64;

    private static final int NETWORK_BYTES = 8;

    private record Source(String network, String name) {}

    private record Delay(int wrong, Instant end) {}

    private record Count(int wrong, Instant end) {}

    private final Cache<Source, Delay> delays;
    private final Cache<String, Count> counts;
    private final Clock clock;
    private final int perAddress;

    /** {@code perAddress} wrong passwords may come from one network address in ten minutes, over all names. */
    DelayWrongPasswords(Clock clock, @Value("${jointflights.sign-in.wrong-passwords-per-address:30}") int perAddress) {
        this.clock = clock;
        this.perAddress = perAddress;
        this.delays = bounded(clock);
        this.counts = bounded(clock);
    }

    private static <K, V> Cache<K, V> bounded(Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * Whether the password that {@code check} looks at is right. Throws {@link TooOften} without looking while the address
     * or the name has to wait there.
     */
    public boolean attempt(String address, String name, BooleanSupplier check) {
        String network = network(address);
        Source source = new Source(network, cut(name));
        Instant now = clock.instant();
        requireRoom(counts.getIfPresent(network), now);
        // Counted before it is looked at: whoever sends a hundred at once gets no more tries than one after the other.
        delays.asMap().compute(source, (same, before) -> next(before, now));
        counts.asMap().compute(network, (same, before) -> next(network, before, now));
        boolean right;
        try {
            right = check.getAsBoolean();
        } catch (RuntimeException notLookedAt) {
            delays.asMap().computeIfPresent(source, (same, delay) -> new Delay(delay.wrong() - 1, now));
            forgive(network);
            throw notLookedAt;
        }
        if (right) {
            delays.invalidate(source);
            forgive(network);
        }
        return right;
    }

    private void forgive(String network) {
        counts.asMap().computeIfPresent(network, (same, count) -> new Count(count.wrong() - 1, count.end()));
    }

    /**
     * What {@code look} finds for a token with that fingerprint. A wrong one delays itself alone: nobody hits upon a token by
     * trying, and a program that goes on with an old one must not keep its whole office from signing in. Throws
     * {@link TooOften} without looking while this token has to wait there.
     */
    public <T> Optional<T> look(String address, String fingerprint, Supplier<Optional<T>> look) {
        Source source = new Source(network(address), cut(fingerprint));
        Instant now = clock.instant();
        requireWaited(delays.getIfPresent(source), now, "signin.wait.token");
        Optional<T> found = look.get();
        if (found.isEmpty()) {
            delays.asMap().compute(source, (same, before) -> longer(before, now));
        }
        return found;
    }

    /** How many names and addresses are remembered now. */
    long remembered() {
        delays.cleanUp();
        counts.cleanUp();
        return delays.estimatedSize() + counts.estimatedSize();
    }

    private static Delay next(@Nullable Delay before, Instant now) {
        requireWaited(before, now, "signin.wait.name");
        return longer(before, now);
    }

    private static void requireWaited(@Nullable Delay before, Instant now, String code) {
        if (before != null && now.isBefore(before.end())) {
            throw TooOften.of(Duration.between(now, before.end()), code);
        }
    }

    private static Delay longer(@Nullable Delay before, Instant now) {
        int wrong = before == null ? 1 : before.wrong() + 1;
        return new Delay(wrong, now.plus(delayAfter(wrong)));
    }

    /** None, none, none, 1 s, 2 s, 4 s … 60 s. */
    private static Duration delayAfter(int wrong) {
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(wrong - FREE, 6));
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }

    private Count next(String network, @Nullable Count before, Instant now) {
        if (before == null || !now.isBefore(before.end())) {
            return new Count(1, now.plus(REMEMBERED));
        }
        requireRoom(before, now);
        if (before.wrong() + 1 == perAddress) {
            LOG.warn(
                    "{} wrong passwords came from {}: no more are looked at until {}",
                    perAddress,
                    network,
                    before.end());
        }
        return new Count(before.wrong() + 1, before.end());
    }

    private void requireRoom(@Nullable Count count, Instant now) {
        if (count != null && count.wrong() >= perAddress && now.isBefore(count.end())) {
            throw TooOften.of(Duration.between(now, count.end()), "signin.wait.address");
        }
    }

    private static String cut(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    /** An IPv4 address stands for itself; of IPv6 a subscriber has a whole /64, and would have 2^64 addresses to try from. */
    private static String network(String address) {
        int zone = address.indexOf('%');
        String plain = cut(zone < 0 ? address : address.substring(0, zone));
        if (!plain.contains(":")) {
            return plain;
        }
        try {
            // With a colon in it this is read as an address and never looked up as a name.
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return bytes.length <= NETWORK_BYTES
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.ofDelimiter(":").formatHex(bytes, 0, NETWORK_BYTES) + "::/64";
        } catch (UnknownHostException noAddress) {
            return plain;
        }
    }
}
