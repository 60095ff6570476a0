package org.jointflights.application.example;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jointflights.application.system.StepName;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;

/** What the application does by itself at a moment of its clock. */
public interface DueWork {

    /** Does something in nobody's name while no step is taken by itself; steps that are under way are waited for. */
    <T> T undisturbed(Supplier<T> act);

    /** Takes the steps that are due now and those that follow from them, the earliest first. */
    List<Step> take();

    /** When something comes due after that moment; nothing if nothing waits for a date. */
    Optional<Instant> next(Instant after);

    /** The first step of each flight that waits for a date after that moment, the earliest first. */
    List<Step> coming(Instant after);

    /**
     * A step.
     *
     * @param at when it was, or is, due
     * @param flight whose it is; nothing for a step of no flight
     * @param waited whether it waited for a date; others follow from something at once
     * @param failed whether it has failed as often as it may
     */
    record Step(Instant at, @Nullable OperationReference flight, StepName name, boolean waited, boolean failed) {}
}
