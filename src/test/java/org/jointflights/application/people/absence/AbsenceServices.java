package org.jointflights.application.people.absence;

import java.time.Clock;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;

/** Makes the services about absence where nobody is away. */
public final class AbsenceServices {

    private AbsenceServices() {}

    public static ListUncovered uncovered(People people, CurrentUser user, Clock clock) {
        return new ListUncovered(new InMemorySubstitutions(), people, user, clock);
    }
}
