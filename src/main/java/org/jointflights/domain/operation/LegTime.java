package org.jointflights.domain.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an aircraft that was let go is expected where it flies to, and when it landed there.
 *
 * @param stop where it flies to, as a place on the journey with its diversions; 0 is the start
 */
public record LegTime(int stop, Instant expected, @Nullable Instant landed) {}
