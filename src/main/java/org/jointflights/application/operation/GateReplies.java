package org.jointflights.application.operation;

import java.util.List;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jspecify.annotations.Nullable;

/** What one person says at one point: a reply per gate, and who is no longer on the list. */
public record GateReplies(List<Reply> replies, @Nullable Leavers leavers) {

    public GateReplies {
        replies = List.copyOf(replies);
    }

    /** Throws {@link org.jointflights.domain.BadInput} in the service if a stop has no reason. */
    public record Reply(
            Gate gate, Verdict verdict, @Nullable String reason) {}

    /** People who leave the list, at least 1, and why. */
    public record Leavers(int persons, Cause cause, String why) {}
}
