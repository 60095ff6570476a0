package org.jointflights.application.operation;

import java.util.stream.Stream;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The escort leader, the coordinator and the rights officers, when nobody has counted a state's people who came back. */
@Service
class RemindOfReturn implements Reminder {

    private final CountHeads people;

    RemindOfReturn(CountHeads people) {
        this.people = people;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        return people.toBeCountedBack(reference).stream()
                .flatMap(state -> Stream.of(
                                Role.ESCORT_LEADER.groupOf(state),
                                Role.COORDINATOR.groupOf(state),
                                Role.RIGHTS_OFFICER.group())
                        .map(group -> new Call(
                                group,
                                "return-overdue/" + state,
                                Sentence.of(
                                        "notice.returnOverdue", reference, state, people.comeBack(reference, state)))));
    }
}
