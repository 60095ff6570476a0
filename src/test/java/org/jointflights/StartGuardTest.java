package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.start.StartRefused;
import org.jointflights.application.start.StartRules;
import org.jointflights.domain.Sentence;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** What is refused before there is any bean, with the application's real settings and a real, empty database. */
class StartGuardTest {

    private static final Map<String, String> DATABASE = PostgresServer.environment();

    /** An application that has the real settings and the real guard, and nothing behind them. */
    @Configuration
    static class Nothing {}

    @Test
    void production_with_everything_set_starts_and_trusts_the_named_proxies_alone() {
        try (ConfigurableApplicationContext application = start(production("JOINTFLIGHTS_PROXY=10.0.0.5, fd00::7"))) {
            ConfigurableEnvironment settings = application.getEnvironment();
            assertThat(settings.getProperty("server.forward-headers-strategy")).isEqualTo("native");
            assertThat(settings.getProperty("management.server.address")).isEqualTo("127.0.0.1");
            String proxies = settings.getRequiredProperty("server.tomcat.remoteip.internal-proxies");
            assertThat(Stream.of("10.0.0.5", "fd00:0:0:0:0:0:0:7")).allMatch(address -> address.matches(proxies));
            assertThat(Stream.of("10.0.0.50", "10a0.0.5", "127.0.0.1", "fd00:0:0:0:0:0:0:8", ""))
                    .noneMatch(address -> address.matches(proxies));
        }
    }

    @Test
    void what_another_setting_says_about_forwarded_headers_counts_for_nothing() {
        try (ConfigurableApplicationContext application = start(production(
                "server.forward-headers-strategy=framework",
                "server.tomcat.remoteip.internal-proxies=.*",
                "server.tomcat.remoteip.trusted-proxies=.*"))) {
            ConfigurableEnvironment settings = application.getEnvironment();
            assertThat(settings.getProperty("server.forward-headers-strategy")).isEqualTo("native");
            assertThat("10.0.0.6")
                    .doesNotMatch(settings.getRequiredProperty("server.tomcat.remoteip.internal-proxies"));
            assertThat(settings.getProperty("server.tomcat.remoteip.trusted-proxies"))
                    .isEmpty();
        }
    }

    @Test
    void production_with_a_certificate_of_its_own_starts_and_trusts_no_forwarded_header() {
        try (ConfigurableApplicationContext application = start(production(
                "JOINTFLIGHTS_PROXY=",
                "server.ssl.certificate=/etc/tls/flights.crt",
                "server.ssl.certificate-private-key=/etc/tls/flights.key"))) {
            ConfigurableEnvironment settings = application.getEnvironment();
            assertThat(settings.getProperty("server.forward-headers-strategy")).isEqualTo("none");
            assertThat(settings.getProperty("server.tomcat.remoteip.internal-proxies"))
                    .isEmpty();
        }
    }

    @Test
    void the_example_starts_and_is_reached_from_this_machine_only() {
        try (ConfigurableApplicationContext application = start(Map.of("spring.profiles.active", "example"))) {
            assertThat(application.getEnvironment().getProperty("server.address"))
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void the_log_as_json_comes_to_either_way_to_start_and_is_none_itself() {
        assertThat(reasons("example", "json-logs")).isEmpty();
        assertThat(reasons("postgres", "json-logs", "oidc"))
                .extracting(Sentence::code)
                .containsExactly("start.oidc.unset");
        assertThat(reasons("json-logs")).extracting(Sentence::code).containsExactly("start.profile.other");
    }

    /** Asked directly: a start would make the log of all other tests JSON. */
    private static List<Sentence> reasons(String... profiles) {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://localhost/flights")
                .withProperty("jointflights.proxy", "10.0.0.5");
        settings.setActiveProfiles(profiles);
        return new StartRules(settings).reasons();
    }

    @Test
    void without_a_profile_nothing_starts() {
        assertThat(refused(Map.of()))
                .containsExactly("No profile is chosen. Choose one with spring.profiles.active: postgres is production"
                        + " (docs/production.md), example is a trial with invented people on this machine.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres,example", "example,postgres", "postgres,test", "example,test", "test", "Example"})
    void any_other_choice_of_profiles_is_refused(String profiles) {
        assertThat(refused(production("spring.profiles.active=" + profiles)))
                .singleElement()
                .asString()
                .startsWith("The profiles are ")
                .contains("Choose exactly one");
    }

    @Test
    void a_provider_that_is_half_named_or_asked_in_the_clear_is_refused() {
        assertThat(refused(production("spring.profiles.active=postgres,oidc", "JOINTFLIGHTS_OIDC_SECRET=s")))
                .singleElement()
                .asString()
                .contains("lacks: JOINTFLIGHTS_OIDC_CLIENT, JOINTFLIGHTS_OIDC_ISSUER.");
        assertThat(refused(production(
                        "spring.profiles.active=oidc,postgres",
                        "JOINTFLIGHTS_OIDC_CLIENT=c",
                        "JOINTFLIGHTS_OIDC_SECRET=s",
                        "JOINTFLIGHTS_OIDC_ISSUER=http://id.example.org")))
                .singleElement()
                .asString()
                .contains("http://id.example.org would be asked in the clear");
        assertThat(refused(production(
                        "spring.profiles.active=oidc",
                        "JOINTFLIGHTS_OIDC_CLIENT=c",
                        "JOINTFLIGHTS_OIDC_SECRET=s",
                        "JOINTFLIGHTS_OIDC_ISSUER=https://id.example.org")))
                .singleElement()
                .asString()
                .startsWith("The profiles are oidc.");
    }

    @ParameterizedTest
    @CsvSource({
        "jointflights.example, true",
        "jointflights.example, yes",
        "jointflights.example-flights, true",
        "JOINTFLIGHTS_EXAMPLE, true"
    })
    void production_with_example_people_is_refused_however_they_are_switched_on(String setting, String value) {
        assertThat(refused(production(setting + "=" + value)))
                .singleElement()
                .asString()
                .startsWith("jointflights.example")
                .contains(" is “" + value + "”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JOINTFLIGHTS_DATABASE_URL",
                "spring.datasource.url",
                "spring.datasource.hikari.jdbc-url",
                "spring.flyway.url"
            })
    void production_on_h2_is_refused_wherever_its_address_comes_from(String setting) {
        assertThat(refused(production(setting + "=jdbc:h2:file:./data/jointflights;PASSWORD=secret")))
                .singleElement()
                .asString()
                .contains("begins with “jdbc:h2”", "PostgreSQL only")
                .doesNotContain("secret");
    }

    @Test
    void production_without_a_database_is_refused() {
        assertThat(refused(production("JOINTFLIGHTS_DATABASE_URL=")))
                .singleElement()
                .asString()
                .startsWith("No database is named.");
    }

    @Test
    void production_on_a_database_that_does_not_open_is_refused_without_its_address() {
        assertThat(refused(
                        production("JOINTFLIGHTS_DATABASE_URL=jdbc:postgresql://localhost:1/flights?password=secret")))
                .singleElement()
                .asString()
                .startsWith("The database does not open: Connection refused.")
                .doesNotContain("secret");
    }

    @Test
    void production_over_plain_http_without_a_named_proxy_is_refused() {
        assertThat(refused(production("JOINTFLIGHTS_PROXY=")))
                .singleElement()
                .asString()
                .startsWith("Passwords would go over the network in the clear")
                .contains("JOINTFLIGHTS_PROXY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/8", ".*", "10.0.0", "10.0.0.256", "10.0.0.5.", "::g", "1"})
    void a_proxy_that_is_not_an_address_is_refused(String proxy) {
        assertThat(refused(production("JOINTFLIGHTS_PROXY=10.0.0.5," + proxy)))
                .singleElement()
                .asString()
                .startsWith("JOINTFLIGHTS_PROXY holds “" + proxy + "”, which is not an address.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', The administrator admin2 does not exist yet",
        "Joint-2026!, JOINTFLIGHTS_ADMIN2_PASSWORD is the example's password",
        "short, JOINTFLIGHTS_ADMIN2_PASSWORD is too easy to guess.",
        "Admin2-2026!x, JOINTFLIGHTS_ADMIN2_PASSWORD is too easy to guess.",
        "One-Secret-1, JOINTFLIGHTS_ADMIN2_PASSWORD is the other administrator's password too."
    })
    void a_first_password_that_is_missing_published_weak_or_shared_is_refused(String password, String sentence) {
        assertThat(refused(production("JOINTFLIGHTS_ADMIN2_PASSWORD=" + password)))
                .singleElement()
                .asString()
                .startsWith(sentence)
                .doesNotContain("Joint-2026!", "Admin2-2026!x", "One-Secret-1");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_made() throws SQLException {
        Map<String, String> settings = production(
                "jointflights.example=true",
                "JOINTFLIGHTS_PROXY=",
                "JOINTFLIGHTS_ADMIN_PASSWORD=",
                "JOINTFLIGHTS_ADMIN2_PASSWORD=");

        assertThat(refused(settings))
                .satisfiesExactly(
                        example -> assertThat(example).startsWith("jointflights.example is “true”"),
                        network -> assertThat(network).startsWith("Passwords would go over the network"),
                        first -> assertThat(first).startsWith("The administrator admin does not exist yet"),
                        second -> assertThat(second).startsWith("The administrator admin2 does not exist yet"));
        try (var database = DriverManager.getConnection(
                        DATABASE.get("JOINTFLIGHTS_DATABASE_URL"),
                        DATABASE.get("JOINTFLIGHTS_DATABASE_USER"),
                        DATABASE.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
                var tables = database.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    /** The settings of a production that may start, with these instead or besides. */
    private static Map<String, String> production(String... others) {
        Map<String, String> settings = new LinkedHashMap<>(DATABASE);
        settings.put("spring.profiles.active", "postgres");
        settings.put("JOINTFLIGHTS_PROXY", "10.0.0.5");
        settings.put("JOINTFLIGHTS_ADMIN_PASSWORD", "One-Secret-1");
        settings.put("JOINTFLIGHTS_ADMIN2_PASSWORD", "Two-Secrets-2");
        for (String other : others) {
            String[] parts = other.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return settings;
    }

    private static List<String> refused(Map<String, String> settings) {
        Throwable end = catchThrowable(() -> start(settings).close());
        assertThat(end).isInstanceOf(StartRefused.class).hasMessageStartingWith("Joint Flights does not start:\n  - ");
        return List.of(end.getMessage().split("\n  - ")).stream().skip(1).toList();
    }

    /** Capital names are variables of the environment, the others arguments. */
    private static ConfigurableApplicationContext start(Map<String, String> settings) {
        Map<String, Object> environment = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> {
            if (Character.isUpperCase(name.charAt(0))) {
                environment.put(name, value);
            } else {
                arguments.add("--" + name + "=" + value);
            }
        });
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .initializers(application -> application
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .run(arguments.toArray(String[]::new));
    }
}
