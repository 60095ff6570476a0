package org.jointflights.application.closing;

import java.util.Map;
import org.jointflights.domain.OperationReference;

/** Every text of our own tables in which somebody gave a cause or a reason. */
public interface TypedReasons {

    /**
     * Erases those of the flight, in its trail too; verdicts, causes, counts, sums and signatures stay. How many there were,
     * by kind.
     */
    Map<String, Integer> erase(OperationReference reference);
}
