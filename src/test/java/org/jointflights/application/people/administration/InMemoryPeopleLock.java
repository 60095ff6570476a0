package org.jointflights.application.people.administration;

/** Lets a test do what another administrator does while somebody waits for the lock. */
final class InMemoryPeopleLock implements PeopleLock {

    private Runnable meanwhile = () -> {};

    @Override
    public void take() {
        Runnable other = meanwhile;
        meanwhile = () -> {};
        other.run();
    }

    void meanwhile(Runnable other) {
        meanwhile = other;
    }
}
