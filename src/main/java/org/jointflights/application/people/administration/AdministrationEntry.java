package org.jointflights.application.people.administration;

import java.time.Instant;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One line of the administration log: who did what, when.
 *
 * @param about the sign-in name of the person concerned, or nothing
 */
public record AdministrationEntry(
        long number, Instant at, String actor, @Nullable String about, Sentence what) {}
