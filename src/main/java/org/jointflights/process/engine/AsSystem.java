package org.jointflights.process.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Runs engine calls that follow from an act which our own rules have allowed: the engine's rights of the person are not
 * asked again, and the person remains the actor.
 */
@Component
public class AsSystem {

    private final ProcessEngineConfigurationImpl engine;

    AsSystem(@Lazy ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    public void run(Runnable calls) {
        call(() -> {
            calls.run();
            return true;
        });
    }

    public <T> T call(Callable<T> calls) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(calls));
    }
}
