package org.jointflights.process.incidents;

import org.jointflights.application.incidents.ComplaintWorkflow;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.incidents.CaseFile;
import org.jointflights.domain.incidents.CaseFile.Kind;
import org.springframework.stereotype.Component;

@Component
class EngineComplaintWorkflow implements ComplaintWorkflow {

    private final StartFile files;

    EngineComplaintWorkflow(StartFile files) {
        this.files = files;
    }

    @Override
    public void registered(OperationReference reference, int number) {
        files.start(ComplaintProcess.KEY, new CaseFile(reference, Kind.COMPLAINT, number));
    }
}
