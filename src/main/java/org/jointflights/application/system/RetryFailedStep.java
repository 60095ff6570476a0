package org.jointflights.application.system;

import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.administration.RequireAdministrator;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.springframework.stereotype.Service;

/** Has a failed step done once more; that it was asked for stays written down, however it goes. */
@Service
public class RetryFailedStep {

    private final FailedSteps steps;
    private final CurrentUser actor;

    RetryFailedStep(FailedSteps steps, CurrentUser actor) {
        this.steps = steps;
        this.actor = actor;
    }

    /** Throws {@link NotYours} unless an administrator asks, and {@link Conflict} if somebody else was faster. */
    public Retried retry(String id) {
        RequireAdministrator.require(actor);
        return steps.retry(id);
    }
}
