package org.jointflights.application.overview;

import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The models that flights run on, to be drawn. */
@Service
@Transactional(readOnly = true)
public class ReadModels {

    private final CheckFlightAccess access;
    private final DeployedModels models;

    ReadModels(CheckFlightAccess access, DeployedModels models) {
        this.access = access;
        this.models = models;
    }

    /** The process that every flight runs through from its proposal to its closed accounts. */
    public String wholeLife() {
        return models.wholeLife();
    }

    /** Whether what is drawn of the flight is what it ran on; long after its end the newest models stand in for them. */
    public boolean remembers(OperationReference reference) {
        access.require(reference);
        return models.remembers(reference);
    }

    /** The model of one of the flight's processes, as XML; throws {@link Unknown} if it has no such process. */
    public String model(OperationReference reference, String process) {
        access.require(reference);
        return models.xml(reference, process).orElseThrow(() -> Unknown.of("overview.model.unknown", process));
    }
}
