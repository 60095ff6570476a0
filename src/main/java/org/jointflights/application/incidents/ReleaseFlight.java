package org.jointflights.application.incidents;

import org.jointflights.application.closing.LegalHolds;
import org.jointflights.application.closing.OpenIncidents;
import org.jointflights.application.closing.RetentionWorkflow;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/** Lets a flight go on that has waited for a serious incident or a complaint: its texts are erased, and it is closed. */
@Component
class ReleaseFlight {

    private final LegalHolds holds;
    private final OpenIncidents open;
    private final RetentionWorkflow retention;
    private final IncidentWorkflow incidents;

    ReleaseFlight(LegalHolds holds, OpenIncidents open, RetentionWorkflow retention, IncidentWorkflow incidents) {
        this.holds = holds;
        this.open = open;
        this.retention = retention;
        this.incidents = incidents;
    }

    /** One is over; others, or holds that people have set, may stand. */
    void afterOneOf(OperationReference reference) {
        if (!open.anyOf(reference)) {
            incidents.allDone(reference);
        }
        if (!holds.stand(reference)) {
            retention.holdsLifted(reference);
        }
    }
}
