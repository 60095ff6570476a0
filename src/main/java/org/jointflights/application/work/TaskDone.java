package org.jointflights.application.work;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** A completed task: its id in the engine, its id in the model, for which flight and party, by whom and when. */
public record TaskDone(
        String taskId,
        String task,
        OperationReference reference,
        @Nullable Party party,
        String actor,
        Instant at) {}
