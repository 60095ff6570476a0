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
    OTHER
}
