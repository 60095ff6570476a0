package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointflights.StandingClock;
import org.jointflights.domain.TooOften;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayWrongPasswordsTest {

    private static final String HOME = "198.51.100.1";

    private final StandingClock clock = new StandingClock();
    private final DelayWrongPasswords guard = new DelayWrongPasswords(clock, 30);

    @Test
    void three_are_free_and_then_each_wait_doubles_up_to_a_minute() {
        List<Long> waits = new ArrayList<>();
        while (waits.size() < 12) {
            try {
                assertThat(isRight(HOME, "anna", false)).isFalse();
                waits.add(0L);
            } catch (TooOften wait) {
                waits.set(waits.size() - 1, wait.seconds());
                clock.advance(Duration.ofSeconds(wait.seconds()));
            }
        }

        assertThat(waits).containsExactly(0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 0L);
    }

    @Test
    void while_it_waits_no_password_is_looked_at_and_the_wait_grows_no_longer() {
        wrong(HOME, "anna", 3);

        for (int i = 0; i < 50; i++) {
            assertThat(refusal(HOME, "anna").sentence(Locale.ENGLISH)).endsWith("Try again in 1 s.");
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(isRight(HOME, "anna", true)).isTrue();
    }

    @Test
    void the_right_password_begins_the_count_anew() {
        wrong(HOME, "anna", 2);
        assertThat(isRight(HOME, "anna", true)).isTrue();
        wrong(HOME, "anna", 2);

        assertThat(waitAt(HOME, "anna")).isZero();
    }

    @Test
    void a_wait_belongs_to_one_address_and_one_name() {
        wrong(HOME, "anna", 5);

        assertThat(waitAt(HOME, "anna")).isPositive();
        assertThat(waitAt(HOME, " ANNA ")).isPositive();
        assertThat(isRight("203.0.113.9", "anna", true)).isTrue();
        assertThat(isRight(HOME, "bert", true)).isTrue();
    }

    @Test
    void an_address_that_tries_many_names_has_to_pause_until_ten_minutes_are_over() {
        for (int i = 0; i < 30; i++) {
            wrong(HOME, "name" + i, 1);
            clock.advance(Duration.ofSeconds(10));
        }

        TooOften refusal = refusal(HOME, "anna");
        assertThat(refusal.seconds()).isEqualTo(300);
        assertThat(refusal.sentence(Locale.ENGLISH))
                .contains("from your network")
                .endsWith("Try again in 5 min.");
        assertThat(isRight("198.51.100.2", "anna", true)).isTrue();
        clock.advance(Duration.ofSeconds(299));
        assertThat(waitAt(HOME, "anna")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(isRight(HOME, "anna", true)).isTrue();
    }

    @Test
    void a_name_is_not_made_to_wait_for_tries_that_were_not_looked_at() {
        for (int i = 0; i < 30; i++) {
            wrong(HOME, "name" + i, 1);
        }
        clock.advance(Duration.ofMinutes(10).minusMillis(500));
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(HOME, "anna").code()).isEqualTo("signin.wait.address");
        }
        clock.advance(Duration.ofMillis(500));

        assertThat(waitAt(HOME, "anna")).isZero();
    }

    @Test
    void a_right_password_takes_back_its_own_try_and_no_others() {
        for (int i = 0; i < 29; i++) {
            wrong(HOME, "name" + i, 1);
        }
        assertThat(isRight(HOME, "anna", true)).isTrue();
        wrong(HOME, "bert", 1);

        assertThat(refusal(HOME, "anna").code()).isEqualTo("signin.wait.address");
    }

    @Test
    void right_passwords_of_an_office_behind_one_address_use_nothing_up() {
        for (int i = 0; i < 200; i++) {
            assertThat(isRight(HOME, "name" + i, true)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:DB8:1:2:ffff:0:0:99, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:198.51.100.1, 198.51.100.1, true",
        "fe80::1%eth0, fe80::1, true",
        "198.51.100.1, 198.51.100.2, false",
        "no:address, no:address, true",
        "no:address, nor:this, false"
    })
    void an_address_of_version_6_is_counted_with_its_network(String one, String other, boolean same) {
        wrong(one, "anna", 4);

        assertThat(waitAt(other, "anna") > 0).isEqualTo(same);
    }

    @Test
    void many_at_once_are_looked_at_no_more_often_than_one_after_the_other() {
        AtomicInteger lookedAt = new AtomicInteger();
        // Each looks at its password while all that began before it still do.
        List<Runnable> tries = new ArrayList<>();
        tries.add(() -> {});
        for (int i = 0; i < 20; i++) {
            Runnable inner = tries.get(i);
            tries.add(() -> {
                try {
                    guard.attempt(HOME, "anna", () -> {
                        lookedAt.incrementAndGet();
                        inner.run();
                        return false;
                    });
                } catch (TooOften wait) {
                    inner.run();
                }
            });
        }
        tries.get(20).run();

        assertThat(lookedAt).hasValue(3);
    }

    @Test
    void invented_names_and_addresses_do_not_fill_the_memory() {
        wrong(HOME, "anna", 1);
        assertThat(guard.remembered()).isEqualTo(2);
        String endless = "x".repeat(100_000);
        for (int i = 0; i < 100_000; i++) {
            wrong("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), i + (i % 1000 == 0 ? endless : ""), 1);
        }

        assertThat(guard.remembered()).isLessThanOrEqualTo(40_000);
        clock.advance(Duration.ofMinutes(11));
        assertThat(guard.remembered()).isZero();
    }

    private void wrong(String address, String name, int times) {
        for (int i = 0; i < times; i++) {
            try {
                assertThat(isRight(address, name, false)).isFalse();
            } catch (TooOften wait) {
                clock.advance(Duration.ofSeconds(wait.seconds()));
                assertThat(isRight(address, name, false)).isFalse();
            }
        }
    }

    private boolean isRight(String address, String name, boolean right) {
        return guard.attempt(address, name, () -> right);
    }

    private TooOften refusal(String address, String name) {
        return catchThrowableOfType(TooOften.class, () -> isRight(address, name, true));
    }

    /** How long even the right password has to wait now. */
    private long waitAt(String address, String name) {
        try {
            assertThat(isRight(address, name, true)).isTrue();
            return 0;
        } catch (TooOften wait) {
            return wait.seconds();
        }
    }
}
