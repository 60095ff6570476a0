package org.jointflights.application.people.administration;

import org.jspecify.annotations.Nullable;

/**
 * What became of an act of an administrator.
 *
 * @param asked true if it waits for a second administrator, false if it has taken effect
 * @param oneTimePassword what the person signs in with next, told this once, or nothing
 */
public record Outcome(
        PeopleChange change, boolean asked, @Nullable String oneTimePassword) {}
