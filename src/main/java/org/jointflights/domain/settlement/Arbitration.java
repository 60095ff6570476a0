package org.jointflights.domain.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The arbiter's decision about one version of the accounts. What is signed says on which content it was given, and holds nobody's
 * words: why it was decided so is erased in time, and the signature still holds.
 *
 * @param claim the claim that has to be entered anew; nothing where the figures stand
 * @param objectors whose objection it decides
 * @param signed canonical JSON of the decision, and its SHA-256
 */
public record Arbitration(
        Decision decision,
        @Nullable Long claim,
        SortedSet<Party> objectors,
        String by,
        Instant at,
        Statement.Content signed) {

    /** Stands in every content, so that a later change of its form can be told from a change of the decision. */
    private static final int FORM = 1;

    /** What the arbiter may decide. */
    public enum Decision {
        STANDS,
        CORRECT
    }

    public Arbitration {
        objectors = new TreeSet<>(objectors);
    }

    /** A decision about exactly that version. */
    public static Arbitration decided(
            Statement statement,
            Decision decision,
            @Nullable Long claim,
            SortedSet<Party> objectors,
            String by,
            Instant now) {
        String json = json(statement, decision, claim, objectors, by, now);
        return new Arbitration(
                decision, claim, objectors, by, now, new Statement.Content(json, CanonicalJson.hash(json)));
    }

    /** Whether the figures bind those who objected. */
    public boolean stands() {
        return decision == Decision.STANDS;
    }

    /** What no longer fits between it and the version that it was given about, each in a sentence that names version and flight. */
    List<Conflict> faults(Statement statement) {
        OperationReference reference = statement.reference();
        List<Conflict> faults = new ArrayList<>();
        boolean same = json(statement, decision, claim, objectors, by, at).equals(signed.json());
        if (!same || !CanonicalJson.hash(signed.json()).equals(signed.hash())) {
            faults.add(Conflict.of("settlement.arbitration.false", by, statement.version(), reference));
        }
        if (at.isBefore(statement.computedAt())) {
            faults.add(Conflict.of("settlement.arbitration.time", by, statement.version(), reference, at));
        }
        return faults;
    }

    private static String json(
            Statement statement,
            Decision decision,
            @Nullable Long claim,
            SortedSet<Party> objectors,
            String by,
            Instant at) {
        TreeMap<String, Object> facts = new TreeMap<>();
        facts.put("form", FORM);
        facts.put("reference", statement.reference().value());
        facts.put("version", statement.version());
        facts.put("accounts", statement.signed().hash());
        facts.put("decision", decision.name());
        facts.put("objectors", objectors.stream().map(Party::code).toList());
        facts.put("by", by);
        facts.put("at", at.toString());
        if (claim != null) {
            facts.put("claim", claim);
        }
        return CanonicalJson.write(facts);
    }
}
