package org.jointflights.application.planning;

import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A state that has not answered the offer; once for each date of the flight. */
@Service
class RemindState implements Reminder {

    private final Flights flights;

    RemindState(Flights flights) {
        this.flights = flights;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        Flight flight = flights.get(reference);
        return Stream.of(new Call(
                Role.COORDINATOR.groupOf(Objects.requireNonNull(party)),
                "offer-reminder-" + flight.postponed(),
                Sentence.of("notice.offerReminder", reference, flight.destination())));
    }
}
