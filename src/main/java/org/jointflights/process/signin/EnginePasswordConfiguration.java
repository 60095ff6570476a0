package org.jointflights.process.signin;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.jointflights.application.people.DelayWrongPasswords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How the engine keeps and checks passwords, and whom it lets act. */
@Configuration(proxyBeanMethods = false)
class EnginePasswordConfiguration {

    private static final String COST = "${jointflights.sign-in.password-cost:12}";

    /** Each step more doubles what a guess costs, and a sign-in; passwords kept with less are renewed at sign-in. */
    @Bean
    PasswordEncoder bcrypt(@Value(COST) int cost) {
        return new BCryptPasswordEncoder(cost);
    }

    @Bean
    ProcessEnginePlugin guardedIdentities(
            PasswordEncoder bcrypt,
            @Value(COST) int cost,
            DelayWrongPasswords wrongPasswords,
            ObjectProvider<EngineMemberships> memberships) {
        return new SpringBootProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                SlowHash hash = new SlowHash(bcrypt, cost);
                engine.setPasswordEncryptor(hash);
                engine.setIdentityService(new GuardedIdentityService());
                engine.setIdentityProviderSessionFactory(new SessionFactory() {
                    @Override
                    public Class<?> getSessionType() {
                        return WritableIdentityProvider.class;
                    }

                    @Override
                    public Session openSession() {
                        return new GuardedIdentities(hash, wrongPasswords, memberships::getObject);
                    }
                });
            }
        };
    }
}
