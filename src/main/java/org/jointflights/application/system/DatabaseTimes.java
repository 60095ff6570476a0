package org.jointflights.application.system;

import java.time.Instant;

/** The time of the one clock that all nodes share. */
public interface DatabaseTimes {

    /** What the database's clock shows. */
    Instant now();
}
