package org.jointflights.application.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class StartRulesTest {

    private static final String URL = "spring.datasource.url";

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void production_behind_a_named_proxy_starts() {
        production();

        assertThat(reasons()).isEmpty();
        assertThat(rules().isProduction()).isTrue();
        assertThat(rules().isOnPostgres()).isTrue();
        assertThat(rules().proxies().addresses()).containsExactly("10.0.0.5");
    }

    @Test
    void so_does_one_with_a_certificate_of_its_own() {
        production();
        settings.setProperty("jointflights.proxy", " ");
        settings.setProperty("server.ssl.certificate", "/etc/tls/flights.crt");
        assertThat(reasons()).isEmpty();

        settings.setProperty("server.ssl.enabled", "false");
        assertThat(reasons()).containsExactly(Sentence.of("start.http"));
    }

    @Test
    void without_a_certificate_or_a_proxy_it_does_not() {
        production();
        settings.setProperty("jointflights.proxy", "");

        assertThat(reasons()).containsExactly(Sentence.of("start.http"));
    }

    @Test
    void a_proxy_that_is_no_address_is_named_alone() {
        production();
        settings.setProperty("jointflights.proxy", "proxy.example.org, 10.0.0.0/8");

        assertThat(reasons())
                .containsExactly(
                        Sentence.of("start.proxy", "proxy.example.org"), Sentence.of("start.proxy", "10.0.0.0/8"));
        assertThat(rules().proxies().addresses()).isEmpty();
    }

    @Test
    void without_a_profile_nothing_starts() {
        assertThat(reasons()).containsExactly(Sentence.of("start.profile.none"));
        assertThat(rules().isProduction()).isFalse();
        assertThat(rules().isOnPostgres()).isFalse();
    }

    @Test
    void nor_with_another_or_with_two() {
        settings.setActiveProfiles("test");
        assertThat(reasons()).containsExactly(Sentence.of("start.profile.other", "test"));

        production();
        settings.setActiveProfiles("postgres", "example");
        assertThat(reasons()).containsExactly(Sentence.of("start.profile.other", "example, postgres"));
    }

    @Test
    void a_trial_asks_for_nothing() {
        settings.setActiveProfiles("example");
        settings.setProperty("jointflights.example", "true");
        settings.setProperty(URL, "jdbc:h2:file:./data/jointflights");

        assertThat(reasons()).isEmpty();
        assertThat(rules().isProduction()).isFalse();
        assertThat(rules().isOnPostgres()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jointflights.example", "jointflights.example-flights"})
    void production_has_no_example_unless_it_clearly_says_no(String property) {
        production();
        settings.setProperty(property, "false");
        assertThat(reasons()).isEmpty();

        settings.setProperty(property, "off");
        assertThat(reasons()).containsExactly(Sentence.of("start.example", property, "off"));
    }

    @Test
    void production_names_its_database() {
        production();
        settings.setProperty(URL, "");

        assertThat(reasons()).containsExactly(Sentence.of("start.database.unset"));
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:h2:file:secret, jdbc:h2",
        "spring.datasource.hikari.jdbc-url, jdbc:h2:file:secret, jdbc:h2",
        "spring.flyway.url, secret, ?"
    })
    void which_is_postgresql_and_whose_address_is_not_said_back(String property, String url, String kind) {
        production();
        settings.setProperty(property, url);

        assertThat(reasons()).containsExactly(Sentence.of("start.database.other", property, kind));
    }

    @Test
    void all_that_is_wrong_is_said_in_one_message() {
        assertThat(new StartRefused(List.of(Sentence.of("start.http"), Sentence.of("start.profile.none"))))
                .hasMessageStartingWith("Joint Flights does not start:\n  - Passwords would go over")
                .hasMessageContaining("\n  - No profile is chosen.");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5, 10.0.0.5",
        "255.249.199.99, 255.249.199.99",
        "fd00::7, fd00:0:0:0:0:0:0:7",
        "::ffff:10.0.0.5, 10.0.0.5"
    })
    void an_address_is_taken_as_the_server_writes_it(String typed, String address) {
        assertThat(TrustedProxies.of(typed)).isEqualTo(new TrustedProxies(List.of(address), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0", "10.0.0.256", "10.0.0.5.", "1", "::g", "1:2", "localhost", ".*", "010.0.0.1"})
    void anything_else_is_none(String typed) {
        assertThat(TrustedProxies.of(typed)).isEqualTo(new TrustedProxies(List.of(), List.of(typed)));
    }

    @Test
    void several_stand_in_one_line_and_fit_nothing_else() {
        TrustedProxies proxies = TrustedProxies.of("10.0.0.5, fd00::7");

        assertThat("10.0.0.5").matches(proxies.pattern());
        assertThat("fd00:0:0:0:0:0:0:7").matches(proxies.pattern());
        assertThat("10a0.0.5").doesNotMatch(proxies.pattern());
        assertThat(TrustedProxies.of("").pattern()).isEmpty();
        assertThat(TrustedProxies.of("").areNone()).isTrue();
        assertThat(TrustedProxies.of("x").areNone()).isFalse();
    }

    private void production() {
        settings.setActiveProfiles("postgres");
        settings.setProperty(URL, "jdbc:postgresql://localhost/flights");
        settings.setProperty("jointflights.proxy", "10.0.0.5");
    }

    private StartRules rules() {
        return new StartRules(settings);
    }

    private List<Sentence> reasons() {
        return rules().reasons();
    }
}
