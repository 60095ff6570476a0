package org.jointflights.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.ShownOnForms;

/** Notes what the forms of tasks have shown: the engine keeps none of it once a task is done. */
public class ShownTexts extends AbstractProcessEnginePlugin implements TaskListener {

    /** By flight, then by task and name. */
    private final Map<String, Map<String, Map<String, Set<String>>>> shown = new ConcurrentHashMap<>();

    /** By flight and group: what its tasks have shown. */
    private final Map<String, Map<String, Set<String>>> read = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addTaskListener(EVENTNAME_CREATE, ShownTexts.this);
                task.addTaskListener(EVENTNAME_ASSIGNMENT, ShownTexts.this);
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Set<String>> byName = shown.computeIfAbsent(
                        String.valueOf(task.getVariable("reference")), flight -> new TreeMap<>())
                .computeIfAbsent(task.getTaskDefinitionKey(), key -> new TreeMap<>());
        ShownOnForms.of(task).forEach((name, value) -> {
            if (value instanceof String text) {
                byName.computeIfAbsent(name, first -> new TreeSet<>()).add(text);
            }
            task.getCandidates()
                    .forEach(link -> read.computeIfAbsent(
                                    String.valueOf(task.getVariable("reference")), flight -> new ConcurrentHashMap<>())
                            .computeIfAbsent(String.valueOf(link.getGroupId()), group -> ConcurrentHashMap.newKeySet())
                            .add(String.valueOf(value)));
        });
    }

    /** What the tasks of each group have shown, lists as JSON, by group. */
    public Map<String, Set<String>> byGroup(OperationReference flight) {
        return read.getOrDefault(flight.value(), Map.of());
    }

    /** By task and name, as the engine was given them. */
    public Map<String, Map<String, Set<String>>> of(OperationReference flight) {
        return shown.getOrDefault(flight.value(), Map.of());
    }
}
