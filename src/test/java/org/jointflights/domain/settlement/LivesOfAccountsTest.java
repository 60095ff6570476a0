package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Lives of accounts as the domain works them out. The build lives 150; {@code -Dlives=20000} more. */
class LivesOfAccountsTest extends AccountLives {

    private static final int LIVES = Integer.getInteger("lives", 150);
    private static final long SEED = Long.getLong("lives.seed", 12);
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void the_books_are_even_and_say_the_same_from_both_ends_after_every_step() {
        for (int life = 0; life < LIVES; life++) {
            live(SEED + life, START);
        }
        assertThat(ended()).as("flights that came to their end").isGreaterThan(LIVES / 10);
        assertThat(recoveries()).as("recoveries").isGreaterThan(LIVES / 10);
        assertThat(nettings()).as("nettings").isGreaterThan(LIVES / 10);
    }
}
