package org.jointflights.application.system;

import org.jointflights.domain.Sentence;

/** How it went when a failed step was done once more. */
public enum Retried {
    DONE,
    FAILED,
    /** A node took it at the same moment. */
    UNDER_WAY;

    /** The same, for whoever asked for it. */
    public Sentence words() {
        return Sentence.of("system.retried." + name());
    }
}
