package org.jointflights.process.system;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Unknown;
import org.jointflights.process.engine.AsSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries failed jobs again, which is an administrator's act like any other: the others are told. */
@Component
public class RetryJobs {

    private final ManagementService jobs;
    private final LogAdministration log;
    private final AsSystem engine;

    RetryJobs(ManagementService jobs, LogAdministration log, AsSystem engine) {
        this.jobs = jobs;
        this.log = log;
        this.engine = engine;
    }

    /** Throws {@link Unknown} if there is no such job for this person. */
    @Transactional
    public void retry(String id, int times) {
        Job job = find(id);
        if (job == null) {
            throw Unknown.of("signin.refused");
        }
        jobs.setJobRetries(id, times);
        log.record(
                "people.administration.jobRetried",
                job.getProcessDefinitionKey() == null ? kind(job) : job.getProcessDefinitionKey(),
                id,
                times);
    }

    /**
     * One try more for a job that has none left. Throws {@link Conflict} if it has, or is gone; in one command of the engine, so
     * that of two at the same moment only one writes.
     */
    @Transactional
    void retryFailed(String id) {
        engine.run(() -> {
            Job job = find(id);
            if (job == null) {
                throw Conflict.of("system.retry.gone");
            }
            if (job.getRetries() > 0) {
                throw Conflict.of("system.retry.already");
            }
            retry(id, 1);
        });
    }

    /** What it is that the engine does for itself and no model has drawn. */
    static String kind(Job ofNoModel) {
        return ofNoModel instanceof JobEntity own ? own.getJobHandlerType() : ofNoModel.getId();
    }

    private @Nullable Job find(String id) {
        return jobs.createJobQuery().jobId(id).singleResult();
    }
}
