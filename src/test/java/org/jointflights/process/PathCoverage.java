package org.jointflights.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Notes which steps and flows of the models are passed, in all tests of one run together, and writes after the last of
 * them to {@code target/process-coverage.txt} how many there are and which were never passed.
 */
public class PathCoverage extends AbstractProcessEnginePlugin implements BeforeAllCallback, HistoryEventHandler {

    private static final Path REPORT = Path.of("target", "process-coverage.txt");
    private static final Map<String, Set<String>> PASSED = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new EveryFlow());
        engine.setCustomPostBPMNParseListeners(listeners);
        engine.getCustomHistoryEventHandlers().add(this);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity step) {
            pass(event.getProcessDefinitionKey(), step.getActivityId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(PathCoverage.class, key ->
                (CloseableResource) PathCoverage::report);
    }

    private static void pass(String model, String id) {
        PASSED.computeIfAbsent(model, key -> new ConcurrentSkipListSet<>()).add(id);
    }

    private static void report() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn")) {
            String model = String.valueOf(file.getFilename()).replace(".bpmn", "");
            try (InputStream in = file.getInputStream()) {
                lines.put(model, line(Bpmn.readModelFromStream(in), PASSED.getOrDefault(model, Set.of())));
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach((model, line) -> text.append(model).append(": ").append(line));
        Files.writeString(REPORT, text);
    }

    private static String line(BpmnModelInstance model, Set<String> passed) {
        List<FlowNode> steps = model.getModelElementsByType(FlowNode.class).stream()
                .filter(PathCoverage::leavesATrace)
                .toList();
        Collection<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class);
        List<String> missed = new ArrayList<>();
        missed.addAll(missed(steps, passed));
        int missedSteps = missed.size();
        missed.addAll(missed(flows, passed));
        int missedFlows = missed.size() - missedSteps;
        return "%d of %d steps, %d of %d flows%n%s"
                .formatted(
                        steps.size() - missedSteps,
                        steps.size(),
                        flows.size() - missedFlows,
                        flows.size(),
                        String.join(
                                "",
                                missed.stream()
                                        .map("  never passed: %s%n"::formatted)
                                        .toList()));
    }

    /** The engine passes over links, and finds what compensates by a boundary event that it does not enter itself. */
    private static boolean leavesATrace(FlowNode step) {
        boolean link = !step.getChildElementsByType(LinkEventDefinition.class).isEmpty();
        boolean compensated = step instanceof BoundaryEvent
                && !step.getChildElementsByType(CompensateEventDefinition.class).isEmpty();
        return !link && !compensated;
    }

    private static List<String> missed(Collection<? extends FlowElement> elements, Set<String> passed) {
        return elements.stream()
                .map(FlowElement::getId)
                .filter(id -> !passed.contains(id))
                .sorted()
                .toList();
    }

    private static final class EveryFlow extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) EveryFlow::taken);
        }

        private static void taken(DelegateExecution execution) {
            String definition = execution.getProcessDefinitionId();
            pass(definition.substring(0, definition.indexOf(':')), execution.getCurrentTransitionId());
        }
    }
}
