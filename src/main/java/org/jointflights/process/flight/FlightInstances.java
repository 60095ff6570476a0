package org.jointflights.process.flight;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.planning.PlanningProcess;
import org.springframework.stereotype.Component;

/**
 * The running processes of one flight, found by indexed columns: to ask for their variable “reference” would read those of
 * all flights. Whoever is signed in, all of them are found.
 */
@Component
public class FlightInstances {

    private final RuntimeService runtime;
    private final AsSystem engine;

    FlightInstances(RuntimeService runtime, AsSystem engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    /** Every one, in no order. */
    public List<ProcessInstance> of(OperationReference flight) {
        return engine.call(() -> {
            List<ProcessInstance> all = new ArrayList<>(byKey(flight));
            all.addAll(participations(all));
            return all;
        });
    }

    /** Those of the states that are asked whether they take part, whose key is not the flight's alone. */
    public List<ProcessInstance> participations(OperationReference flight) {
        return engine.call(() -> participations(byKey(flight)));
    }

    private List<ProcessInstance> byKey(OperationReference flight) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(flight.value())
                .unlimitedList();
    }

    private List<ProcessInstance> participations(List<ProcessInstance> flight) {
        return flight.stream()
                .filter(process -> process.getProcessDefinitionId().startsWith(PlanningProcess.KEY + ":"))
                .flatMap(planning ->
                        runtime
                                .createProcessInstanceQuery()
                                .superProcessInstanceId(planning.getId())
                                .unlimitedList()
                                .stream())
                .toList();
    }
}
