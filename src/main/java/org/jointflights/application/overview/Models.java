package org.jointflights.application.overview;

import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** The models that flights run on. They are no secret. */
public interface Models {

    /** The model, as XML, in the version that the flight runs on or ran on; nothing if there is no such process. */
    Optional<String> xml(OperationReference reference, String process);

    /** What the model calls the place where a token stands. */
    Position position(Token token);
}
