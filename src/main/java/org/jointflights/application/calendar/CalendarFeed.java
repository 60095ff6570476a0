package org.jointflights.application.calendar;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a secret address beside the hash of its secret.
 *
 * @param person whose calendar it is: it holds what this person may see at that moment
 * @param reference the one flight that it is about; nothing for all of the person's
 */
public record CalendarFeed(
        long number, String person, @Nullable OperationReference reference, Instant made) {}
