package org.jointflights.application.people;

/**
 * Whom something of a flight is told. It is declared on what is seen, once; {@link Reader} is the only rule that reads
 * it. Those who see everything, and the party that a thing is of, are told in any case, unless it says
 * otherwise.
 */
public enum Audience {
    /** Everybody who may look at the flight; a state that has withdrawn is told what was before it did. */
    FLIGHT,
    /** The same, and a state that has withdrawn but bears a part of the cost goes on being told. */
    COSTS,
    /** Those to whom the accounts are open. */
    ACCOUNTS,
    /** The party that it is of, and nobody else. What is of no party is for those who see everything. */
    PARTY,
    /** Managers and auditors, and the party that it is of: the organiser, whose flight was tampered with. Nobody else. */
    OVERSIGHT
}
