package org.jointflights.application.operation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
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

/** Rights officers, the organiser and the monitors of all who fly, when people have waited too long at a stop-over. */
@Service
class RemindOfStopover implements Reminder {

    private final ReadSafeguards situation;
    private final LegTimes times;

    RemindOfStopover(ReadSafeguards situation, LegTimes times) {
        this.situation = situation;
        this.times = times;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        Journey journey = situation.journey(reference);
        return times.of(reference).stream()
                .filter(leg -> leg.landed() != null)
                .max(Comparator.comparing(LegTime::stop))
                .stream()
                .flatMap(leg -> calls(reference, journey, leg.stop(), Objects.requireNonNull(leg.landed())));
    }

    private static Stream<Call> calls(OperationReference reference, Journey journey, int stop, Instant landed) {
        Stream<String> monitors = journey.passages().stream().map(passage -> Role.MONITOR.groupOf(passage.party()));
        return Stream.concat(
                        Stream.of(
                                Role.RIGHTS_OFFICER.group(),
                                Role.COORDINATOR.groupOf(journey.organiser()),
                                Role.ESCORT_LEADER.groupOf(journey.organiser())),
                        monitors)
                .distinct()
                .map(group -> new Call(
                        group,
                        "stopover-long/" + stop,
                        Sentence.of(
                                "notice.stopoverLong",
                                reference,
                                new PlaceName(journey.airport(stop)),
                                LandingClock.utc(landed))));
    }
}
