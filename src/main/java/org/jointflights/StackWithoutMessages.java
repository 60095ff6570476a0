package org.jointflights;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * A failure in the log of the profile {@code json-logs}: what kind it is and where it came from, without what it says, which
 * may quote what somebody typed. The log's settings name it.
 */
public final class StackWithoutMessages implements StackTracePrinter {

    @Override
    public void printStackTrace(Throwable thrown, Appendable to) throws IOException {
        Set<Throwable> printed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = thrown; at != null && printed.add(at); at = at.getCause()) {
            to.append(at == thrown ? "" : "Caused by: ")
                    .append(at.getClass().getName())
                    .append('\n');
            for (StackTraceElement frame : at.getStackTrace()) {
                to.append("\tat ").append(frame.toString()).append('\n');
            }
        }
    }
}
