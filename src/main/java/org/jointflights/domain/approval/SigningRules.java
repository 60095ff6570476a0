package org.jointflights.domain.approval;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jointflights.domain.Actor;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * Who may answer, and to what. Two documents are signed in a round: each state's financial decision, by its two sides,
 * and the plan. Nobody signs what they prepared, and nobody answers to the same document twice, in whatever role.
 */
public final class SigningRules {

    private final PlanVersion version;
    private final Set<String> preparers;
    private final List<Signature> given;

    /**
     * @param preparers everybody who completed a task that fed the version
     * @param given every answer to this version so far
     */
    public SigningRules(PlanVersion version, Set<String> preparers, List<Signature> given) {
        this.version = version;
        this.preparers = Set.copyOf(preparers);
        this.given = List.copyOf(given);
    }

    /**
     * Throws {@link Conflict} where the person saw another content or too early a stage, and {@link NotYours} where the
     * answer is not theirs to give.
     */
    public void requireMayAnswer(
            String hashSeen, SigningRole role, @Nullable Party party, String person, RequiredSignatures required) {
        if (version.voidedFor() != null) {
            throw Conflict.of("approval.version.void", version.number(), version.voidedFor());
        }
        if (version.committed() != null || !version.hash().equals(hashSeen)) {
            throw Conflict.of("approval.version.outdated", version.number(), version.shortHash());
        }
        if (Actor.isAmong(person, preparers)) {
            throw NotYours.of("approval.signer.preparer", version.number());
        }
        boolean answered = given.stream()
                .filter(signature -> signature.voidedFor() == null && Actor.share(signature.person(), person))
                .anyMatch(signature -> sameDocument(signature, role, party));
        if (answered) {
            throw NotYours.of("approval.signer.twice", version.number());
        }
        requireOrder(role, required);
    }

    private void requireOrder(SigningRole role, RequiredSignatures required) {
        if (!role.isOnDecision() && !required.missingDecisions(given).isEmpty()) {
            throw Conflict.of("approval.order.decisionsFirst", version.number());
        }
        if (role == SigningRole.GO && !required.missingBeforeGo(given).isEmpty()) {
            throw Conflict.of("approval.order.goLast", version.number());
        }
    }

    private static boolean sameDocument(Signature signature, SigningRole role, @Nullable Party party) {
        if (signature.role().isOnDecision() != role.isOnDecision()) {
            return false;
        }
        return !role.isOnDecision() || Objects.equals(signature.party(), party);
    }
}
