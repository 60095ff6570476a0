package org.jointflights.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whether the engine does its work: timers fire and service tasks run only while its job executor is active. Camunda's own
 * indicator is not there where jobs are switched off, which would pass for health.
 */
@Component
class JobExecutorHealthIndicator extends AbstractHealthIndicator {

    private final ProcessEngine engine;

    JobExecutorHealthIndicator(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        if (configuration.getJobExecutor().isActive()) {
            health.up();
        } else {
            health.down();
        }
    }
}
