package org.jointflights.process.incidents;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.domain.incidents.CaseFile;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.WithoutAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process of a serious incident or a complaint in nobody's name: the engine writes down who starts one. */
@Component
class StartFile {

    private final RuntimeService runtime;
    private final IdentityService identities;
    private final AsSystem engine;

    StartFile(@Lazy RuntimeService runtime, @Lazy IdentityService identities, AsSystem engine) {
        this.runtime = runtime;
        this.identities = identities;
        this.engine = engine;
    }

    void start(String process, CaseFile file) {
        Map<String, Object> variables = Map.of(
                FlightVariables.REFERENCE.name(),
                FlightVariables.REFERENCE.stored(file.reference()),
                FileRetentionProcess.FILE_KIND.name(),
                FileRetentionProcess.FILE_KIND.stored(file.kind()),
                FileRetentionProcess.FILE_NUMBER.name(),
                FileRetentionProcess.FILE_NUMBER.stored((long) file.number()));
        WithoutAuthentication.run(
                identities,
                () -> engine.run(
                        () -> runtime.startProcessInstanceByKey(process, FileRetentionProcess.key(file), variables)));
    }
}
