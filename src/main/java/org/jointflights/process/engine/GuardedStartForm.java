package org.jointflights.process.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** Takes plain values from a start form; which fields there may be, the start listener of the model says. */
record GuardedStartForm(StartFormHandler shown) implements StartFormHandler {

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity process) {
        return shown.createStartFormData(process);
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        shown.parseConfiguration(element, deployment, process, parse);
    }

    @Override
    public void submitFormVariables(VariableMap typed, VariableScope scope) {
        PlainValues.require(typed);
        shown.submitFormVariables(typed, scope);
        ShownFormService.started((ExecutionEntity) scope);
    }
}
