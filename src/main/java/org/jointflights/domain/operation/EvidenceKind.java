package org.jointflights.domain.operation;

/** What a confirmation says beside its yes. Never about a person: counts, days, and the fingerprint of a state's own list. */
public enum EvidenceKind {
    NONE,
    /** Number of decisions and who issued them; day, version and SHA-256 of the state's own list of them. */
    LIST,
    /** The SHA-256 of the same list, computed anew by a second person from their own copy. */
    SAME_LIST,
    /** How many decisions Frontex has checked on the whole flight. */
    DECISIONS,
    /** The latest day on which anybody was served the notice; how many were handed the complaint form and have said so. */
    SERVICE,
    /** How many languages are needed, the longest duty of anybody in the crew in hours, how many people's needs it knows of. */
    CREW,
    /** The body that monitors. */
    MONITORING_BODY,
    /** How many places there are where people wait. */
    PLACES,
    /** How many people have needs that the escorts must know of. */
    NEEDS
}
