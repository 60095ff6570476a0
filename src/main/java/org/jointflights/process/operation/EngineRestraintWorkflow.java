package org.jointflights.process.operation;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.operation.RestraintWorkflow;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A process of its own for each restraint, under the flight's key. */
@Component
class EngineRestraintWorkflow implements RestraintWorkflow {

    private final RuntimeService runtime;
    private final AsSystem engine;

    EngineRestraintWorkflow(@Lazy RuntimeService runtime, AsSystem engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void begun(Restraint restraint) {
        engine.run(() -> runtime.startProcessInstanceByKey(
                RestraintProcess.KEY,
                restraint.reference().value(),
                Map.of(
                        FlightVariables.REFERENCE.name(), FlightVariables.REFERENCE.stored(restraint.reference()),
                        FlightVariables.PARTY.name(), FlightVariables.PARTY.stored(restraint.party()),
                        RestraintProcess.NUMBER.name(), RestraintProcess.NUMBER.stored((long) restraint.number()))));
    }
}
