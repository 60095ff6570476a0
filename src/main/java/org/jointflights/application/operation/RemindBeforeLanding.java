package org.jointflights.application.operation;

import java.util.stream.Stream;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.LegTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Everybody who answers the last call, an hour before the landing at which people leave the aircraft. */
@Service
class RemindBeforeLanding implements Reminder {

    private final ReadSafeguards situation;
    private final LegTimes times;

    RemindBeforeLanding(ReadSafeguards situation, LegTimes times) {
        this.situation = situation;
        this.times = times;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        Journey journey = situation.journey(reference);
        return times.of(reference).stream()
                .filter(leg -> leg.landed() == null)
                .flatMap(leg -> calls(reference, journey, leg));
    }

    private static Stream<Call> calls(OperationReference reference, Journey journey, LegTime leg) {
        Stream<String> groups = journey.leavingAt(leg.stop()).stream()
                .flatMap(passage -> Stream.of(
                        Role.LEGAL.groupOf(passage.party()),
                        Role.DOCTOR.groupOf(passage.party()),
                        Role.RIGHTS_OFFICER.group()))
                .distinct();
        return groups.map(group -> new Call(
                group,
                "landing-ahead/" + leg.stop(),
                Sentence.of(
                        "notice.landingAhead",
                        reference,
                        new PlaceName(journey.airport(leg.stop())),
                        LandingClock.utc(leg.expected()))));
    }
}
