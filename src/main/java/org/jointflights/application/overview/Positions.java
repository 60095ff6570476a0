package org.jointflights.application.overview;

import java.util.List;
import org.jointflights.domain.OperationReference;

/** Where flights stand in the running processes, whoever asks: what may be shown of it is decided here, not by the engine. */
public interface Positions {

    /** Where the flight stands, in called processes too; at several places at once if work goes on side by side. */
    List<Position> of(OperationReference reference);
}
