package org.jointflights.application.people.administration;

/** Lets one transaction at a time change who may do what: two that fit by themselves may not fit together. */
public interface PeopleLock {

    /**
     * Held until the transaction ends. Throws {@link org.jointflights.domain.Conflict} if another one holds it for too
     * long.
     */
    void take();
}
