package org.jointflights.process.overview;

import org.jointflights.application.overview.FlightFailures;
import org.jointflights.application.overview.OpenTasks;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** In the first start of this version on a database of before: what is open in the engine and in no table of ours yet. */
@Component
class FillOpenTasks implements SmartInitializingSingleton {

    private final EngineOpenWork engine;
    private final OpenTasks tasks;
    private final FlightFailures steps;
    private final TransactionOperations transaction;

    FillOpenTasks(EngineOpenWork engine, OpenTasks tasks, FlightFailures steps, TransactionOperations transaction) {
        this.engine = engine;
        this.tasks = tasks;
        this.steps = steps;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (tasks.isEmpty()) {
            transaction.executeWithoutResult(running -> {
                engine.tasks().forEach((reference, open) -> open.forEach(task -> tasks.opened(reference, task)));
                engine.failed().forEach(steps::failed);
            });
        }
    }
}
