package org.jointflights.application.overview;

import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** The models that flights run on. They are no secret. */
public interface DeployedModels {

    /** The model, as XML, in the version that the flight runs on or ran on, and the reader's language; nothing if there is no such process. */
    Optional<String> xml(OperationReference reference, String process);

    /** Whether it is still known which versions the flight runs on or ran on; if not, the newest stand in for them. */
    boolean remembers(OperationReference reference);

    /** The process that lasts from the proposal to the closed accounts; it calls the others. */
    String wholeLife();
}
