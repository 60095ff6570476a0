package org.jointflights.process.incidents;

import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.incidents.IncidentWorkflow;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.incidents.CaseFile;
import org.jointflights.domain.incidents.CaseFile.Kind;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineIncidentWorkflow implements IncidentWorkflow {

    private final StartFile files;
    private final RuntimeService runtime;
    private final AsSystem engine;

    EngineIncidentWorkflow(StartFile files, @Lazy RuntimeService runtime, AsSystem engine) {
        this.files = files;
        this.runtime = runtime;
        this.engine = engine;
    }

    /** In nobody's name, by either channel, so that none stands out. */
    @Override
    public void reported(OperationReference reference, int number) {
        files.start(SeriousIncidentProcess.KEY, new CaseFile(reference, Kind.INCIDENT, number));
    }

    @Override
    public void allDone(OperationReference reference) {
        // None waits before all else is done: then nothing is open when it is.
        engine.run(() -> runtime.createMessageCorrelation(SeriousIncidentProcess.INCIDENTS_DONE)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
