package org.jointflights.application.operation;

import java.util.List;
import java.util.Set;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one person says at one point: a reply to each gate that is not left to a colleague, and who is no longer on the list.
 *
 * @param shown the gates that the person was asked; what is asked of the group beside them, is asked again
 * @param left those of them that a colleague is to answer
 */
public record GateReplies(
        Set<Gate> shown,
        List<Reply> replies,
        Set<Gate> left,
        @Nullable Leavers leavers) {

    public GateReplies {
        shown = Set.copyOf(shown);
        replies = List.copyOf(replies);
        left = Set.copyOf(left);
    }

    /** Nothing is left to a colleague. */
    public GateReplies(Set<Gate> shown, List<Reply> replies, @Nullable Leavers leavers) {
        this(shown, replies, Set.of(), leavers);
    }

    /** Throws {@link org.jointflights.domain.BadInput} in the service if a stop has no reason, or evidence is missing. */
    public record Reply(
            Gate gate, Verdict verdict, @Nullable String reason, Evidence evidence) {

        /** To a gate that asks for no evidence, or a stop. */
        public Reply(Gate gate, Verdict verdict, @Nullable String reason) {
            this(gate, verdict, reason, Evidence.NONE);
        }
    }

    /** People who leave the list, at least 1, and why. */
    public record Leavers(int persons, Cause cause, String why) {}
}
