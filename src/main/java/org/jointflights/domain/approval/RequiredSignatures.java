package org.jointflights.domain.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * The signatures that a version needs before anything may be contracted.
 *
 * @param states that take part: each has a financial decision, and confirms the legal basis of its returns
 * @param payers whose finance signs the plan: the states, and whoever else pays or shares a cost
 */
public record RequiredSignatures(ApprovalRoute route, Set<Party> states, Set<Party> payers) {

    public RequiredSignatures {
        states = Set.copyOf(states);
        payers = Set.copyOf(payers);
    }

    /** A signature that is not there yet; no party where the role belongs to none. */
    public record Missing(SigningRole role, @Nullable Party party) {}

    /** What is missing, the go included; only answers that count are counted, and every person once. */
    public List<Missing> missing(List<Signature> given) {
        List<Missing> missing = new ArrayList<>(missingBeforeGo(given));
        require(missing, given, SigningRole.GO, null, 1);
        return missing;
    }

    /** Whether everything is there, and the executive's go came after all the others. */
    public boolean areComplete(List<Signature> given) {
        List<Signature> counting = given.stream().filter(Signature::counts).toList();
        return missing(given).isEmpty() && counting.get(counting.size() - 1).role() == SigningRole.GO;
    }

    /** What is missing before the executive may give the go, which is always last. */
    public List<Missing> missingBeforeGo(List<Signature> given) {
        List<Missing> missing = new ArrayList<>(missingDecisions(given));
        for (Party payer : new TreeSet<>(payers)) {
            require(missing, given, SigningRole.FINANCE, payer, route.financeSignatures());
        }
        for (Party state : new TreeSet<>(states)) {
            require(missing, given, SigningRole.LEGAL, state, 1);
        }
        if (route.needsManager()) {
            require(missing, given, SigningRole.MANAGER, null, 1);
        }
        require(missing, given, SigningRole.RIGHTS_OPINION, null, 1);
        return missing;
    }

    /** The financial decisions that one side or both have not signed: they come before every other signature. */
    public List<Missing> missingDecisions(List<Signature> given) {
        List<Missing> missing = new ArrayList<>();
        for (Party state : new TreeSet<>(states)) {
            require(missing, given, SigningRole.DECISION_FOR_FRONTEX, state, 1);
            require(missing, given, SigningRole.DECISION_FOR_STATE, state, 1);
        }
        return missing;
    }

    private static void require(
            List<Missing> missing, List<Signature> given, SigningRole role, @Nullable Party party, int people) {
        long there = given.stream()
                .filter(Signature::counts)
                .filter(signature -> signature.role() == role && Objects.equals(signature.party(), party))
                .map(Signature::person)
                .distinct()
                .count();
        for (long i = there; i < people; i++) {
            missing.add(new Missing(role, party));
        }
    }
}
