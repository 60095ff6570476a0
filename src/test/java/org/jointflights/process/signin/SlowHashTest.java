package org.jointflights.process.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class SlowHashTest {

    private final SlowHash cheap = new SlowHash(new BCryptPasswordEncoder(4));
    private final SlowHash dear = new SlowHash(new BCryptPasswordEncoder(5));

    @Test
    void a_hash_is_renewed_where_it_would_be_made_stronger_today() {
        String made = "{bcrypt-sha384}" + cheap.encrypt("Joint-2026!salt");

        assertThat(dear.isOutdated(made)).isTrue();
        assertThat(cheap.isOutdated(made)).isFalse();
        assertThat(dear.isOutdated("{SHA-512}abc")).isTrue();
        assertThat(dear.hasMade("{SHA-512}abc")).isFalse();
        assertThat(dear.check("Joint-2026!salt", cheap.encrypt("Joint-2026!salt")))
                .isTrue();
    }

    @Test
    void the_same_password_is_kept_differently_each_time_and_fits_the_engines_column() {
        assertThat(cheap.encrypt("x".repeat(500))).hasSizeLessThan(200).isNotEqualTo(cheap.encrypt("x".repeat(500)));
    }
}
