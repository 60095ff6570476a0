package org.jointflights.benchmarks.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** Finds what waits for a flight on an engine, and says what became of it. Nothing of that is measured. */
final class Engine {

    private static final List<String> WHERE = List.of("party", "point", "asked", "stop", "loopCounter");

    private final ProcessEngine engine;
    private final Map<String, ProcessDefinition> models = new HashMap<>();
    private final Map<String, JobDefinition> jobs = new HashMap<>();

    Engine(ProcessEngine engine) {
        this.engine = engine;
    }

    ProcessEngine services() {
        return engine;
    }

    /** Does something as that person. */
    void as(String user, List<String> groups, Runnable act) {
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            act.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    String startForm() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("jointFlight")
                .latestVersion()
                .singleResult()
                .getId();
    }

    Place placeOf(Task task) {
        Map<String, String> where = where(task.getExecutionId());
        Set<String> groups = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toCollection(TreeSet::new));
        where.put("groups", groups.toString());
        String key = task.getTaskDefinitionKey();
        return new Place(modelOf(task.getProcessDefinitionId()), key, "complete " + key, where);
    }

    Place placeOf(Job job) {
        JobDefinition definition = jobs.computeIfAbsent(job.getJobDefinitionId(), id -> engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(id)
                .singleResult());
        String activity = definition.getActivityId();
        String kind = (definition.getJobType().contains("timer") ? "timer " : "job ") + activity;
        return new Place(modelOf(job.getProcessDefinitionId()), activity, kind, where(job.getExecutionId()));
    }

    private String modelOf(String id) {
        return models.computeIfAbsent(id, engine.getRepositoryService()::getProcessDefinition)
                .getKey();
    }

    private Map<String, String> where(String execution) {
        Map<String, String> where = new TreeMap<>();
        engine.getRuntimeService()
                .getVariables(execution, WHERE)
                .forEach((name, value) -> where.put(name, String.valueOf(value)));
        return where;
    }

    String taskAt(Place place, String reference) {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(place.activity())
                .processVariableValueEquals("reference", reference)
                .unlimitedList();
        return open.stream()
                .filter(task -> placeOf(task).equals(place))
                .map(Task::getId)
                .findFirst()
                .orElseThrow(() -> nothing(place, open.stream().map(this::placeOf).toList()));
    }

    String jobAt(Place place, String reference) {
        Set<String> running = running(reference);
        List<Job> ready = running.isEmpty()
                ? List.of()
                : engine.getManagementService()
                        .createJobQuery()
                        .processInstanceIds(running)
                        .unlimitedList();
        return ready.stream()
                .filter(job -> placeOf(job).equals(place))
                .min(Comparator.comparing(Job::getCreateTime))
                .map(Job::getId)
                .orElseThrow(() -> nothing(place, ready.stream().map(this::placeOf).toList()));
    }

    private static IllegalStateException nothing(Place place, List<Place> there) {
        return new IllegalStateException("nothing waits at " + place + "; there is " + there);
    }

    private Set<String> running(String reference) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .variableValueEquals("reference", reference)
                .unlimitedList()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    /**
     * How often each activity of each model was completed for the flight, and how often cancelled. Throws unless everything
     * of it has come to its end.
     */
    Map<String, Integer> walked(String reference) {
        if (!running(reference).isEmpty()) {
            throw new IllegalStateException(reference + " has not ended");
        }
        List<String> left = new ArrayList<>();
        Map<String, Integer> walked = new TreeMap<>();
        for (HistoricProcessInstance ended : engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .variableValueEquals("reference", reference)
                .unlimitedList()) {
            String id = ended.getId();
            walked.merge(ended.getProcessDefinitionKey() + " " + ended.getState(), 1, Integer::sum);
            if (engine.getManagementService().createJobQuery().processInstanceId(id).count() > 0
                    || engine.getHistoryService().createHistoricIncidentQuery().processInstanceId(id).count() > 0) {
                left.add(ended.getProcessDefinitionKey());
            }
            for (HistoricActivityInstance activity : engine.getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(id)
                    .unlimitedList()) {
                walked.merge(
                        ended.getProcessDefinitionKey() + " " + activity.getActivityId()
                                + (activity.isCanceled() ? ", cancelled" : ""),
                        1,
                        Integer::sum);
            }
        }
        if (!left.isEmpty() || walked.isEmpty()) {
            throw new IllegalStateException("jobs or incidents of " + reference + " are left in " + left);
        }
        return walked;
    }
}
