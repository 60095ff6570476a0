package org.jointflights.application.start;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** What the settings must say before anything is made or opened. There are two ways to start, and no third. */
public final class StartRules {

    private static final String PRODUCTION = "postgres";
    private static final String EXAMPLE = "example";
    private static final String PROVIDER = "oidc";
    private static final String JSON_LOGS = "json-logs";
    private static final String OF_PROVIDER = "spring.security.oauth2.client.";
    private static final String ISSUER = OF_PROVIDER + "provider.oidc.issuer-uri";
    private static final String URL = "spring.datasource.url";
    private static final String POSTGRES = "jdbc:postgresql:";

    private final Environment settings;
    private final Set<String> profiles;

    public StartRules(Environment settings) {
        this.settings = settings;
        this.profiles = new TreeSet<>(List.of(settings.getActiveProfiles()));
    }

    /** True also where another profile is beside it, which is refused: then all that is wrong is said at once. */
    public boolean isProduction() {
        return profiles.contains(PRODUCTION);
    }

    /** True if the database can be asked who is in it. */
    public boolean isOnPostgres() {
        return setting(URL).startsWith(POSTGRES);
    }

    /** The addresses whose X-Forwarded-* headers count: none unless they are named. */
    public TrustedProxies proxies() {
        return TrustedProxies.of(setting("jointflights.proxy"));
    }

    /** Why the application must not start; empty if it may. */
    public List<Sentence> reasons() {
        List<Sentence> reasons = new ArrayList<>();
        if (profiles.isEmpty()) {
            reasons.add(Sentence.of("start.profile.none"));
        } else if (!List.of(Set.of(PRODUCTION), Set.of(EXAMPLE)).contains(profilesThatDecide())) {
            reasons.add(Sentence.of("start.profile.other", String.join(", ", profiles)));
        }
        if (profiles.contains(PROVIDER)) {
            addProvider(reasons);
        }
        if (isProduction()) {
            addExample(reasons);
            addDatabase(reasons);
            addNetwork(reasons);
        } else if (profiles.contains(EXAMPLE)) {
            addTrial(reasons);
        }
        return reasons;
    }

    /** Signing in through a provider, and the log as JSON, come to either of the two. */
    private Set<String> profilesThatDecide() {
        Set<String> others = new TreeSet<>(profiles);
        others.remove(PROVIDER);
        others.remove(JSON_LOGS);
        return others;
    }

    private void addProvider(List<Sentence> reasons) {
        Map<String, String> needed = Map.of(
                OF_PROVIDER + "registration.oidc.client-id",
                "JOINTFLIGHTS_OIDC_CLIENT",
                OF_PROVIDER + "registration.oidc.client-secret",
                "JOINTFLIGHTS_OIDC_SECRET",
                ISSUER,
                "JOINTFLIGHTS_OIDC_ISSUER");
        String unset = needed.entrySet().stream()
                .filter(setting -> setting(setting.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .sorted()
                .collect(joining(", "));
        if (!unset.isEmpty()) {
            reasons.add(Sentence.of("start.oidc.unset", unset));
        }
        if (isProduction() && !setting(ISSUER).isEmpty() && !setting(ISSUER).startsWith("https://")) {
            reasons.add(Sentence.of("start.oidc.http", setting(ISSUER)));
        }
    }

    private void addExample(List<Sentence> reasons) {
        if (profiles.contains(EXAMPLE)) {
            return;
        }
        // Without the profile neither setting brings anything in; whoever wants the example here is told all the same.
        for (String property : List.of("jointflights.example", "jointflights.example-flights")) {
            // Not only “true” counts as yes; what is not clearly no is refused.
            if (!Set.of("", "false").contains(setting(property))) {
                reasons.add(Sentence.of("start.example", property, setting(property)));
            }
        }
    }

    private void addDatabase(List<Sentence> reasons) {
        if (setting(URL).isEmpty()) {
            reasons.add(Sentence.of("start.database.unset"));
        }
        Stream.of(URL, "spring.datasource.hikari.jdbc-url", "spring.flyway.url")
                .filter(property -> !setting(property).isEmpty())
                .filter(property -> !setting(property).startsWith(POSTGRES))
                .forEach(property -> reasons.add(Sentence.of("start.database.other", property, kind(property))));
    }

    /** The driver's part of an address alone: the rest may hold a password. */
    private String kind(String property) {
        String[] parts = setting(property).split(":", 3);
        return parts.length == 3 ? parts[0] + ":" + parts[1] : "?";
    }

    private void addNetwork(List<Sentence> reasons) {
        TrustedProxies proxies = proxies();
        proxies.notAddresses().forEach(text -> reasons.add(Sentence.of("start.proxy", text)));
        boolean tls = Binder.get(settings)
                .bind("server.ssl", Ssl.class)
                .map(ssl -> ssl.isEnabled())
                .orElse(false);
        if (!tls && proxies.areNone()) {
            reasons.add(Sentence.of("start.http"));
        }
    }

    private void addTrial(List<Sentence> reasons) {
        if (setting(URL).startsWith("jdbc:h2:") && !ClassUtils.isPresent("org.h2.Driver", null)) {
            reasons.add(Sentence.of("start.trial.jar"));
        }
    }

    private String setting(String property) {
        return settings.getProperty(property, "").strip();
    }
}
