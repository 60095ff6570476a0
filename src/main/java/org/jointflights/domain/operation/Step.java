package org.jointflights.domain.operation;

/** What a gate keeps from happening. */
public enum Step {
    CONTRACT,
    LISTING,
    CLEARING,
    GO,
    BOARDING,
    HAND_OVER,
    CLOSING
}
