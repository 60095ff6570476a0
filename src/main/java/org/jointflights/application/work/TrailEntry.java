package org.jointflights.application.work;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;

/** One line of a flight's trail: who did what, when. The actor is a sign-in name, or {@code system} for a clock. */
public record TrailEntry(OperationReference reference, Instant at, String actor, Sentence what) {}
