package org.jointflights.domain.operation;

/** What a confirmation says beside its yes. Never about a person: counts, days, and the fingerprint of a state's own list. */
public enum EvidenceKind {
    NONE,
    /** Number of decisions; day, version and SHA-256 of the state's own list of them. */
    LIST,
    /** The SHA-256 of the same list, computed anew by a second person from their own copy. */
    SAME_LIST,
    /** How many decisions Frontex has checked on the whole flight. */
    DECISIONS,
    /** The latest day on which anybody was served the notice. */
    SERVICE,
    /** How many languages are needed, and the longest duty of anybody in the crew, in hours. */
    CREW,
    /** The body that monitors. */
    MONITORING_BODY
}
