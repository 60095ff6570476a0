package org.jointflights.process.settlement;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.settlement.CertificationWorkflow;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.ShowFormsAnew;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineCertificationWorkflow implements CertificationWorkflow {

    private static final Set<String> SHOW_VOUCHERS = Set.of(CertifyClaimForm.TASK, EnterActualCostForm.TASK);

    private final TaskService tasks;
    private final ShowFormsAnew forms;
    private final AsSystem engine;

    EngineCertificationWorkflow(@Lazy TaskService tasks, ShowFormsAnew forms, AsSystem engine) {
        this.tasks = tasks;
        this.forms = forms;
        this.engine = engine;
    }

    @Override
    public void vouchersChanged(OperationReference reference) {
        forms.of(processes(reference), SHOW_VOUCHERS);
    }

    private Set<String> processes(OperationReference reference) {
        return engine.call(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKeyIn(SHOW_VOUCHERS.toArray(String[]::new))
                .list()
                .stream()
                .map(Task::getProcessInstanceId)
                .collect(Collectors.toSet()));
    }
}
