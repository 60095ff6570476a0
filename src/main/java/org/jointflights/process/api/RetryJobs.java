package org.jointflights.process.api;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.domain.Unknown;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries failed jobs again, which is an administrator's act like any other: the others are told. */
@Component
class RetryJobs {

    private final ManagementService jobs;
    private final LogAdministration log;

    RetryJobs(ManagementService jobs, LogAdministration log) {
        this.jobs = jobs;
        this.log = log;
    }

    /** Throws {@link Unknown} if there is no such job for this person. */
    @Transactional
    public void retry(String id, int times) {
        Job job = jobs.createJobQuery().jobId(id).singleResult();
        if (job == null) {
            throw Unknown.of("signin.refused");
        }
        jobs.setJobRetries(id, times);
        log.record("people.administration.jobRetried", job.getProcessDefinitionKey(), id, times);
    }
}
