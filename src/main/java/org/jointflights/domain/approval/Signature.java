package org.jointflights.domain.approval;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One person's answer to one version: a signature, or a refusal with its reason. It is never changed, only made void.
 *
 * @param hash of the content that the person saw
 * @param party for which it is given, or whose decision is signed; nothing where the role belongs to no party
 * @param reason why it was refused, or what the opinion adds
 * @param voidedFor why it no longer counts, or nothing
 */
public record Signature(
        OperationReference reference,
        int version,
        String hash,
        SigningRole role,
        @Nullable Party party,
        String person,
        Instant at,
        boolean refused,
        @Nullable String reason,
        @Nullable Sentence voidedFor) {

    /** The document that it answers to: the state whose financial decision it is, or {@code *} for the plan. */
    public String document() {
        return role.isOnDecision() && party != null ? party.code() : "*";
    }

    /** Whether it stands for a yes to its content. */
    public boolean counts() {
        return !refused && voidedFor == null;
    }
}
