package org.jointflights.application.operation;

import java.util.List;
import java.util.Set;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one person says at one point: a reply per gate, and who is no longer on the list.
 *
 * @param shown the gates that the person was asked; what is asked of the group beside them, is asked again
 */
public record GateReplies(
        Set<Gate> shown, List<Reply> replies, @Nullable Leavers leavers) {

    public GateReplies {
        shown = Set.copyOf(shown);
        replies = List.copyOf(replies);
    }

    /** Throws {@link org.jointflights.domain.BadInput} in the service if a stop has no reason. */
    public record Reply(
            Gate gate, Verdict verdict, @Nullable String reason) {}

    /** People who leave the list, at least 1, and why. */
    public record Leavers(int persons, Cause cause, String why) {}
}
