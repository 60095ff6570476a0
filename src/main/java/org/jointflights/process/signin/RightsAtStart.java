package org.jointflights.process.signin;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Puts the rights right before the first request: what the application has not given, nobody has. */
@Component
class RightsAtStart implements SmartInitializingSingleton {

    private final EngineRights rights;

    RightsAtStart(EngineRights rights) {
        this.rights = rights;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rights.takeAwayOthers();
    }
}
