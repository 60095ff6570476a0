package org.jointflights.process.incidents;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.incidents.IncidentWorkflow;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.incidents.CaseFile;
import org.jointflights.domain.incidents.CaseFile.Kind;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.WithoutAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineIncidentWorkflow implements IncidentWorkflow {

    private final RuntimeService runtime;
    private final IdentityService identities;
    private final AsSystem engine;

    EngineIncidentWorkflow(@Lazy RuntimeService runtime, @Lazy IdentityService identities, AsSystem engine) {
        this.runtime = runtime;
        this.identities = identities;
        this.engine = engine;
    }

    /** The engine writes down who starts a process: nobody does, by either channel, so that none stands out. */
    @Override
    public void reported(OperationReference reference, int number) {
        CaseFile file = new CaseFile(reference, Kind.INCIDENT, number);
        WithoutAuthentication.run(
                identities,
                () -> engine.run(() -> runtime.startProcessInstanceByKey(
                        SeriousIncidentProcess.KEY,
                        FileRetentionProcess.key(file),
                        Map.of(
                                FlightVariables.REFERENCE.name(),
                                FlightVariables.REFERENCE.stored(reference),
                                FileRetentionProcess.FILE_KIND.name(),
                                FileRetentionProcess.FILE_KIND.stored(Kind.INCIDENT),
                                FileRetentionProcess.FILE_NUMBER.name(),
                                FileRetentionProcess.FILE_NUMBER.stored((long) number)))));
    }

    @Override
    public void allDone(OperationReference reference) {
        // None waits before all else is done: then nothing is open when it is.
        engine.run(() -> runtime.createMessageCorrelation(SeriousIncidentProcess.INCIDENTS_DONE)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
