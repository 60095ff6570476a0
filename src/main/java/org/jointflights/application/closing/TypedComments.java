package org.jointflights.application.closing;

import java.util.Map;
import org.jointflights.domain.OperationReference;

/** What people typed and the engine keeps: comments on tasks, what older versions kept of forms, failures that quote it. */
public interface TypedComments {

    /** Erases it of the flight, and lets open forms show what is left. How much there was, by kind. */
    Map<String, Integer> erase(OperationReference reference);
}
