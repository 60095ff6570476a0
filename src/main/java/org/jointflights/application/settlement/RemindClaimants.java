package org.jointflights.application.settlement;

import org.jointflights.application.notice.WriteNotices;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Deadlines;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the parties whose costs are still awaited that their claims are due; once for every flight. */
@Service
@Transactional
public class RemindClaimants {

    private final Statements statements;
    private final WriteNotices notices;

    RemindClaimants(Statements statements, WriteNotices notices) {
        this.statements = statements;
        this.notices = notices;
    }

    public void remind(OperationReference reference) {
        statements
                .askedToClaim(reference)
                .forEach(party -> notices.send(
                        reference,
                        party + "finance",
                        "claims-due",
                        "notice.claimsDue",
                        reference,
                        Deadlines.DAYS_TO_CLAIM));
    }
}
