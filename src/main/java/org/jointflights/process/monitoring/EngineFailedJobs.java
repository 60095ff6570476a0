package org.jointflights.process.monitoring;

import org.camunda.bpm.engine.ProcessEngine;
import org.jointflights.application.monitoring.FailedJobs;
import org.jointflights.process.engine.WithoutAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** How many there are is no secret of any flight: whoever asks has signed in nowhere. */
@Component
class EngineFailedJobs implements FailedJobs {

    private final ProcessEngine engine;

    EngineFailedJobs(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public int count() {
        return Math.toIntExact(WithoutAuthentication.ask(
                engine,
                () -> engine.getManagementService()
                        .createJobQuery()
                        .noRetriesLeft()
                        .count()));
    }
}
