package org.jointflights.application.operation;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The escort leader and the doctor of a party, when the review of a restraint is due. */
@Service
class RemindReviewers implements Reminder {

    private final CountRestrained restrained;
    private final Clock clock;

    RemindReviewers(CountRestrained restrained, Clock clock) {
        this.restrained = restrained;
        this.clock = clock;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        Party whose = Objects.requireNonNull(party);
        return restrained
                .open(reference, whose)
                .filter(restraint -> !clock.instant().isBefore(restraint.reviewDue()))
                .flatMap(restraint -> Stream.of(Role.ESCORT_LEADER, Role.DOCTOR)
                        .map(role -> new Call(
                                role.groupOf(whose),
                                "restraint-due-" + restraint.number() + "-"
                                        + restraint.reviews().size(),
                                Sentence.of("notice.restraintDue", reference, whose, restraint.persons()))));
    }
}
