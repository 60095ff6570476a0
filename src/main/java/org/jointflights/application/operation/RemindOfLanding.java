package org.jointflights.application.operation;

import java.util.stream.Stream;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Journey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The organiser and the rights officers, when the aircraft should have landed and nobody has said that it has. */
@Service
class RemindOfLanding implements Reminder {

    private final ReadSafeguards situation;
    private final LegTimes times;

    RemindOfLanding(ReadSafeguards situation, LegTimes times) {
        this.situation = situation;
        this.times = times;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        Journey journey = situation.journey(reference);
        return times.of(reference).stream()
                .filter(leg -> leg.landed() == null)
                .flatMap(leg -> Stream.of(
                                Role.ESCORT_LEADER.groupOf(journey.organiser()),
                                Role.COORDINATOR.groupOf(journey.organiser()),
                                Role.RIGHTS_OFFICER.group())
                        .map(group -> new Call(
                                group,
                                "landing-overdue/" + leg.stop(),
                                Sentence.of(
                                        "notice.landingOverdue",
                                        reference,
                                        new PlaceName(journey.airport(leg.stop())),
                                        LandingClock.utc(leg.expected())))));
    }
}
