package org.jointflights.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Asks the engine something that the application may know and the person signed in may not look up. */
public final class WithoutAuthentication {

    private WithoutAuthentication() {}

    public static <T> T ask(ProcessEngine engine, Supplier<T> question) {
        return ask(engine.getIdentityService(), question);
    }

    /** Does something that our own rules have allowed the person and the engine's rights would not. */
    public static void run(IdentityService identities, Runnable act) {
        ask(identities, () -> {
            act.run();
            return true;
        });
    }

    public static <T> T ask(IdentityService identities, Supplier<T> question) {
        Authentication signedIn = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (signedIn != null) {
                identities.setAuthentication(signedIn.getUserId(), signedIn.getGroupIds(), signedIn.getTenantIds());
            }
        }
    }
}
