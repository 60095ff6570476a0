package org.jointflights.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jointflights.application.monitoring.WorkInHand;

/** Says before every service task whose step it is, so that the lines it logs, and that of its failure, tell. */
final class NameEveryStep extends AbstractBpmnParseListener implements ExecutionListener {

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(EVENTNAME_START, this);
    }

    @Override
    public void notify(DelegateExecution execution) {
        FlightVariables.REFERENCE
                .find(execution)
                .ifPresent(flight -> WorkInHand.is(flight, execution.getCurrentActivityId()));
    }
}
