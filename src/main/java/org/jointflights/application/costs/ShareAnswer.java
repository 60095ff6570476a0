package org.jointflights.application.costs;

import java.time.Instant;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** A party's answer to a split; an objection has a reason. The actor is a sign-in name. */
public record ShareAnswer(
        Party party, boolean accepted, @Nullable String reason, String actor, Instant at) {}
