package org.jointflights.domain.operation;

/** Why somebody is not flown, or not handed over, after all. */
public enum Cause {
    COURT,
    INTERIM_MEASURE,
    ASYLUM,
    MEDICAL,
    VULNERABILITY,
    DOCUMENT,
    ABSCONDED,
    OTHER;

    /** Whether it protects the person: such a withdrawal costs the state nothing and is charged to nobody. */
    public boolean isProtection() {
        return compareTo(VULNERABILITY) <= 0;
    }
}
