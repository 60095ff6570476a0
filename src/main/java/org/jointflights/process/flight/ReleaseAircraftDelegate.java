package org.jointflights.process.flight;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.contracting.Contracting;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class ReleaseAircraftDelegate implements JavaDelegate {

    private final Contracting contracting;

    ReleaseAircraftDelegate(Contracting contracting) {
        this.contracting = contracting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contracting.release(FlightVariables.REFERENCE.from(execution));
    }
}
