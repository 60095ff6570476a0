package org.jointflights.application.monitoring;

/** Steps of the engine's that it has given up. */
public interface FailedJobs {

    /** Those with no tries left: they stand still until somebody has them tried again. */
    int count();
}
