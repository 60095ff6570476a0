package org.jointflights.process.signin;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.jointflights.application.people.ExamplePeople;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The engine's policy, by which in production nobody takes the example's published password either: whoever did, under a
 * name that the example has, would stop the next start.
 */
@Component
@Profile("!example")
class ProductionPasswords extends AbstractProcessEnginePlugin implements PasswordPolicy {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordPolicy(this);
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return new DefaultPasswordPolicyImpl()
                .getRules().stream()
                        .map(rule -> rule instanceof PasswordPolicyUserDataRuleImpl ? new NothingKnown() : rule)
                        .toList();
    }

    /** In the place of a rule of the engine's, because Tasklist has words for those only. */
    private static final class NothingKnown extends PasswordPolicyUserDataRuleImpl {

        @Override
        public boolean execute(String password, User user) {
            return super.execute(password, user) && !ExamplePeople.isPublished(password);
        }
    }
}
