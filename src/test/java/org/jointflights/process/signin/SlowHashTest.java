package org.jointflights.process.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class SlowHashTest {

    private final SlowHash cheap = new SlowHash(new BCryptPasswordEncoder(4), 4);
    private final SlowHash dear = new SlowHash(new BCryptPasswordEncoder(5), 5);

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
    void a_guess_at_nobodys_password_costs_what_one_at_somebodys_does() {
        List<String> compared = new ArrayList<>();
        BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(5) {
            @Override
            public boolean matches(CharSequence password, String encoded) {
                compared.add(encoded);
                return super.matches(password, encoded);
            }
        };

        new SlowHash(bcrypt, 5).checkNobodys("Joint-2026!");

        assertThat(compared).hasSize(1);
        // Throws where it is no hash of its own form, with which a comparison would end at once.
        assertThat(bcrypt.upgradeEncoding(compared.get(0))).isFalse();
        assertThat(new BCryptPasswordEncoder(6).upgradeEncoding(compared.get(0)))
                .isTrue();
    }

    @Test
    void the_same_password_is_kept_differently_each_time_and_fits_the_engines_column() {
        assertThat(cheap.encrypt("x".repeat(500))).hasSizeLessThan(200).isNotEqualTo(cheap.encrypt("x".repeat(500)));
    }
}
