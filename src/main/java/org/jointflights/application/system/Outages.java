package org.jointflights.application.system;

import java.util.Optional;

/** Tells outages of the database from failures of the program, which look alike to whoever only sees that something failed. */
public interface Outages {

    /** The outage that is the cause; nothing where the failure has another one. */
    Optional<Outage> behind(Throwable failure);
}
