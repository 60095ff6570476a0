package org.jointflights.application.example;

import java.time.Instant;
import java.util.List;
import org.jointflights.application.example.DueWork.Step;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;

/**
 * The clock was moved once, and this happened on the way.
 *
 * @param fired the steps that had waited for a date
 * @param changes the flights that are at another stage now
 * @param failed the steps that have failed as often as they may
 */
public record ClockMove(Instant from, Instant to, List<Step> fired, List<StageChange> changes, List<Step> failed) {

    /** A flight that has got on. */
    public record StageChange(OperationReference flight, Stage before, Stage after) {}
}
