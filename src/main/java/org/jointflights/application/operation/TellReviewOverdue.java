package org.jointflights.application.operation;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.operation.Restraint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Nobody has reviewed a restraint in time: the rights officers and the monitors of every state that takes part are told. */
@Service
class TellReviewOverdue implements Reminder {

    private final CountRestrained restrained;
    private final Participations participations;
    private final Clock clock;

    TellReviewOverdue(CountRestrained restrained, Participations participations, Clock clock) {
        this.restrained = restrained;
        this.participations = participations;
        this.clock = clock;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        return restrained
                .open(reference, Objects.requireNonNull(party))
                .filter(restraint -> !clock.instant().isBefore(restraint.overdueAt()))
                .flatMap(restraint -> groups(reference).map(group -> call(group, restraint)));
    }

    private Stream<String> groups(OperationReference reference) {
        return Stream.concat(
                Stream.of(Role.RIGHTS_OFFICER.group()),
                participations.of(reference).stream()
                        .filter(Participation::takesPart)
                        .map(state -> Role.MONITOR.groupOf(state.party())));
    }

    private static Call call(String group, Restraint restraint) {
        return new Call(
                group,
                "restraint-overdue-" + restraint.number() + "-"
                        + restraint.reviews().size(),
                Sentence.of(
                        "notice.restraintOverdue",
                        restraint.reference(),
                        restraint.party(),
                        restraint.persons(),
                        Restraint.REVIEW_EVERY.toMinutes()));
    }
}
