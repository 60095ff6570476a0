package org.jointflights.application.settlement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Statement;

/** The versions of each flight's accounts and what the parties said to them. */
public interface Statements {

    /** The newest version, with its answers by party. */
    Optional<Statement> current(OperationReference reference);

    /** All versions of all flights, by reference and version. */
    List<Statement> all();

    /** The newest version of any flight that is stored with that hash. */
    Optional<Statement> byHash(String hash);

    /** The version about which an arbiter's decision is stored with that hash. */
    Optional<Statement> byArbitration(String hash);

    /** How often each party has objected to the flight's accounts, over all versions; whoever never did is left out. */
    Map<Party, Integer> objections(OperationReference reference);

    /** Keeps what the arbiter decided; throws {@link org.jointflights.domain.Conflict} if something was decided before. */
    void decided(OperationReference reference, int version, Arbitration arbitration);

    /** Keeps a new version, with what is signed when it is signed. */
    void add(Statement statement);

    /** A party's answer replaces its answered objection; throws {@link org.jointflights.domain.Conflict} otherwise. */
    void answer(OperationReference reference, int version, Statement.Answer answer);

    /** The organiser's answer to all objections that are open. */
    void reply(OperationReference reference, int version, String reply);

    /** The parties that are asked for their costs and have more to enter, in the order of their codes. */
    List<Party> askedToClaim(OperationReference reference);

    /** From now on these are asked and no others. */
    void askToClaim(OperationReference reference, Collection<Party> parties);

    /** The party has entered all its costs. */
    void claimsComplete(OperationReference reference, Party party);
}
