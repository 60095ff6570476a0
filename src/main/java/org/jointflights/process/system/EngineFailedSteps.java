package org.jointflights.process.system;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jointflights.application.system.FailedStep;
import org.jointflights.application.system.FailedSteps;
import org.jointflights.application.system.Retried;
import org.jointflights.application.system.StepName;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.WithoutAuthentication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The engine's jobs that have no tries left. */
@Component
class EngineFailedSteps implements FailedSteps {

    private static final Logger LOG = LoggerFactory.getLogger(EngineFailedSteps.class);

    private static final int MOST = 100;

    private final ProcessEngine engine;
    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final RepositoryService models;
    private final RetryJobs retries;

    EngineFailedSteps(
            ProcessEngine engine,
            ManagementService jobs,
            RuntimeService runtime,
            RepositoryService models,
            RetryJobs retries) {
        this.engine = engine;
        this.jobs = jobs;
        this.runtime = runtime;
        this.models = models;
        this.retries = retries;
    }

    @Override
    public List<FailedStep> all() {
        return WithoutAuthentication.ask(
                engine,
                () -> jobs.createJobQuery().noRetriesLeft().orderByJobId().asc().listPage(0, MOST).stream()
                        .map(this::step)
                        .sorted(comparing(FailedStep::since))
                        .toList());
    }

    @Override
    public Retried retry(String id) {
        try {
            retries.retryFailed(id);
        } catch (OptimisticLockingException anotherAtTheSameMoment) {
            throw Conflict.of("system.retry.already");
        } catch (ProcessEngineException failure) {
            // The other was so fast that the step was done between our looking and our writing.
            if (find(id) == null) {
                throw Conflict.of("system.retry.gone");
            }
            throw failure;
        }
        return done(id);
    }

    /** In nobody's name: what the step writes down is the machine's, as if a node had taken it. */
    private Retried done(String id) {
        try {
            WithoutAuthentication.run(engine.getIdentityService(), () -> jobs.executeJob(id));
            return Retried.DONE;
        } catch (RuntimeException failure) {
            // What it is the engine has kept beside the job, where the page reads it; a node's own try may be under
            // way.
            Job left = find(id);
            if (left == null || left.getRetries() > 0) {
                return Retried.UNDER_WAY;
            }
            LOG.warn("Job {} was tried again and failed again.", id, failure);
            return Retried.FAILED;
        }
    }

    private @Nullable Job find(String id) {
        return WithoutAuthentication.ask(
                engine, () -> jobs.createJobQuery().jobId(id).singleResult());
    }

    private FailedStep step(Job job) {
        String definition = job.getProcessDefinitionId();
        String activity = activity(job);
        StepName process = new StepName("", "");
        StepName step = new StepName(activity, activity);
        if (definition != null) {
            BpmnModelInstance model = models.getBpmnModelInstance(definition);
            Process drawn =
                    model.getModelElementsByType(Process.class).iterator().next();
            FlowElement element = model.getModelElementById(activity);
            process = name(drawn.getId(), drawn.getName());
            step = name(activity, element == null ? null : element.getName());
        }
        return new FailedStep(
                job.getId(),
                reference(job),
                process,
                step,
                since(job),
                StepFault.of(jobs.getJobExceptionStacktrace(job.getId())));
    }

    private static StepName name(String id, @Nullable String drawn) {
        return new StepName(id, drawn == null ? id : drawn.replaceAll("\\s+", " "));
    }

    /** Where it stopped, which may be a little after the save point at which it begins anew. */
    private String activity(Job job) {
        if (job.getFailedActivityId() != null) {
            return job.getFailedActivityId();
        }
        return job.getJobDefinitionId() == null
                ? RetryJobs.kind(job)
                : jobs.createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId();
    }

    private @Nullable OperationReference reference(Job job) {
        Object value = job.getProcessInstanceId() == null
                ? null
                : runtime.getVariable(job.getProcessInstanceId(), FlightVariables.REFERENCE.name());
        return value == null ? null : new OperationReference(value.toString());
    }

    private Instant since(Job job) {
        List<Incident> incidents =
                runtime.createIncidentQuery().configuration(job.getId()).list();
        Date since =
                incidents.isEmpty() ? job.getCreateTime() : incidents.get(0).getIncidentTimestamp();
        return since.toInstant();
    }
}
