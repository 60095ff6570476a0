package org.jointflights.application.system;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * An automatic step that has failed as often as it may and waits for an administrator.
 *
 * @param reference the flight whose step it is; nothing for a step of no flight
 * @param process the process that it is a step of
 * @param why what went wrong, without anything that people typed
 */
public record FailedStep(
        String id,
        @Nullable OperationReference reference,
        StepName process,
        StepName step,
        Instant since,
        Sentence why) {}
