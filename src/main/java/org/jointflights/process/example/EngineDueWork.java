package org.jointflights.process.example;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jointflights.application.example.DueWork;
import org.jointflights.application.system.StepName;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.WithoutAuthentication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The engine's jobs, taken one after the other while its executor rests, which takes them in no order and by several threads. The tidying
 * of its history, which nobody waits for, is left to the executor.
 */
@Component
@Profile("example")
class EngineDueWork implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(EngineDueWork.class);

    /** A step that makes another one which is due at once, for ever, would keep the clock from getting on. */
    private static final int MOST_AT_ONCE = 2000;

    private static final int MOST_LOOKS = 300;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ProcessEngine engine;
    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final Map<String, String> activities = new ConcurrentHashMap<>();

    EngineDueWork(@Lazy ProcessEngine engine, @Lazy ManagementService jobs, @Lazy RuntimeService runtime) {
        this.engine = engine;
        this.jobs = jobs;
        this.runtime = runtime;
    }

    @Override
    public <T> T undisturbed(Supplier<T> act) {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        boolean runs = executor.isActive();
        if (runs) {
            executor.shutdown();
        }
        try {
            return WithoutAuthentication.ask(engine, () -> {
                waitForThoseUnderWay();
                return act.get();
            });
        } finally {
            if (runs) {
                executor.start();
            }
        }
    }

    /** One that was left behind counts until its lock is over, and no longer than people wait. */
    private void waitForThoseUnderWay() {
        for (int look = 0; look < MOST_LOOKS && isAnyUnderWay(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean isAnyUnderWay() {
        Instant now = ClockUtil.getCurrentTime().toInstant();
        return jobs.createJobQuery().unlimitedList().stream()
                .map(JobEntity.class::cast)
                .anyMatch(job -> job.getLockExpirationTime() != null
                        && job.getLockExpirationTime().toInstant().isAfter(now));
    }

    @Override
    public List<Step> take() {
        List<Step> taken = new ArrayList<>();
        Set<String> leftAlone = new HashSet<>();
        Optional<Job> next = ready(leftAlone);
        for (int count = 0; next.isPresent() && count < MOST_AT_ONCE; count++) {
            take(next.get(), leftAlone).ifPresent(taken::add);
            next = ready(leftAlone);
        }
        return taken;
    }

    private Optional<Job> ready(Set<String> without) {
        return jobs.createJobQuery().executable().active().unlimitedList().stream()
                .filter(EngineDueWork::isOfAFlightOrTheLike)
                .filter(job -> !without.contains(job.getId()))
                .min(comparing(Job::getDuedate, nullsFirst(naturalOrder())).thenComparing(Job::getCreateTime));
    }

    /** Nothing for one that failed and has tries left: it is taken again at once, or when it is due anew. */
    private Optional<Step> take(Job job, Set<String> leftAlone) {
        Step step = step(job);
        try {
            jobs.executeJob(job.getId());
            return Optional.of(step);
        } catch (RuntimeException failure) {
            Job left = jobs.createJobQuery().jobId(job.getId()).singleResult();
            if (left == null) {
                return Optional.empty();
            }
            if (left.getRetries() == 0) {
                LOG.warn("Job {} has failed while the clock was moved.", job.getId(), failure);
                return Optional.of(new Step(step.at(), step.flight(), step.name(), step.waited(), true));
            }
            if (left.getRetries() == job.getRetries()) {
                leftAlone.add(job.getId());
            }
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return WithoutAuthentication.ask(
                engine,
                () -> jobs
                        .createJobQuery()
                        .active()
                        .withRetriesLeft()
                        .duedateHigherThan(Date.from(after))
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, 10)
                        .stream()
                        .filter(EngineDueWork::isOfAFlightOrTheLike)
                        .map(job -> job.getDuedate().toInstant())
                        .findFirst());
    }

    @Override
    public List<Step> coming(Instant after) {
        return WithoutAuthentication.ask(engine, () -> {
            List<Job> waiting = jobs
                    .createJobQuery()
                    .timers()
                    .active()
                    .withRetriesLeft()
                    .duedateHigherThan(Date.from(after))
                    .orderByJobDuedate()
                    .asc()
                    .unlimitedList()
                    .stream()
                    .filter(EngineDueWork::isOfAFlightOrTheLike)
                    .toList();
            Map<String, String> keys = keys(waiting);
            Set<String> seen = new HashSet<>();
            return waiting.stream()
                    .filter(job -> {
                        String key = keys.get(job.getProcessInstanceId());
                        return key == null || seen.add(flight(key).value());
                    })
                    .map(job -> step(job))
                    .toList();
        });
    }

    private Map<String, String> keys(List<Job> waiting) {
        Set<String> instances = waiting.stream()
                .map(Job::getProcessInstanceId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).unlimitedList().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toUnmodifiableMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private static boolean isOfAFlightOrTheLike(Job job) {
        return !((JobEntity) job).getJobHandlerType().equals(HistoryCleanupJobHandler.TYPE);
    }

    private Step step(Job job) {
        Date due = job.getDuedate();
        String activity = activity(job);
        return new Step(
                due == null ? ClockUtil.getCurrentTime().toInstant() : due.toInstant(),
                reference(job),
                new StepName(activity, activity),
                job instanceof TimerEntity,
                false);
    }

    private String activity(Job job) {
        String definition = job.getJobDefinitionId();
        if (definition == null) {
            return ((JobEntity) job).getJobHandlerType();
        }
        return activities.computeIfAbsent(
                definition,
                id -> jobs.createJobDefinitionQuery()
                        .jobDefinitionId(id)
                        .singleResult()
                        .getActivityId());
    }

    private @Nullable OperationReference reference(Job job) {
        if (job.getProcessInstanceId() == null) {
            return null;
        }
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        return instance == null || instance.getBusinessKey() == null ? null : flight(instance.getBusinessKey());
    }

    /** A called process's key is the flight's with the party's code behind it. */
    private static OperationReference flight(String key) {
        int slash = key.indexOf('/');
        return new OperationReference(slash < 0 ? key : key.substring(0, slash));
    }
}
