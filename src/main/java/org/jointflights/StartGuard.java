package org.jointflights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointflights.application.people.AccountRules;
import org.jointflights.application.start.StartRefused;
import org.jointflights.application.start.StartRules;
import org.jointflights.application.start.TrustedProxies;
import org.jointflights.domain.Sentence;
import org.jointflights.process.signin.EnginePasswordRules;
import org.jointflights.process.signin.EngineStoredAccounts;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;

/**
 * Refuses a start that would be unsafe, once all settings are known and before any bean, table or port exists. It is found
 * by its line in {@code spring.factories}, which no setting can take away.
 */
class StartGuard implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        ConfigurableEnvironment settings = event.getApplicationContext().getEnvironment();
        StartRules rules = new StartRules(settings);
        List<Sentence> reasons = new ArrayList<>(rules.reasons());
        if (rules.isProduction() && rules.isOnPostgres()) {
            reasons.addAll(accounts(settings));
        }
        if (!reasons.isEmpty()) {
            throw new StartRefused(reasons);
        }
        if (rules.isProduction()) {
            settings.getPropertySources().addFirst(trusting(rules.proxies()));
        }
    }

    private static List<Sentence> accounts(ConfigurableEnvironment settings) {
        String url = settings.getRequiredProperty("spring.datasource.url");
        var accounts = new EngineStoredAccounts(
                url,
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
        try {
            return new AccountRules(accounts, new EnginePasswordRules(), settings).reasons();
        } catch (DataAccessException closed) {
            String why = String.valueOf(closed.getMostSpecificCause().getMessage());
            // An address can hold a password.
            return List.of(Sentence.of("start.database.closed", why.replace(url, "…")));
        }
    }

    /** Before every other setting: what another one says about X-Forwarded-* would let anybody say who they are. */
    private static MapPropertySource trusting(TrustedProxies proxies) {
        return new MapPropertySource(
                "trusted proxies",
                Map.of(
                        "server.forward-headers-strategy",
                        proxies.addresses().isEmpty() ? "none" : "native",
                        "server.tomcat.remoteip.internal-proxies",
                        proxies.pattern(),
                        "server.tomcat.remoteip.trusted-proxies",
                        ""));
    }
}
