package org.jointflights.application.settlement;

import java.util.stream.Stream;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The parties whose costs are still awaited; once for every flight. */
@Service
class RemindClaimants implements Reminder {

    private final Statements statements;

    RemindClaimants(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        Sentence text = Sentence.of("notice.claimsDue", reference, Deadlines.DAYS_TO_CLAIM);
        return statements.askedToClaim(reference).stream()
                .map(claimant -> new Call(Role.FINANCE.groupOf(claimant), "claims-due", text));
    }
}
