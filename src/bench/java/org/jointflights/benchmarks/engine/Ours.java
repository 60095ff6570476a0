package org.jointflights.benchmarks.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.benchmarks.ExampleApplication;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.WholeFlight;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application, as anybody starts the example, but for the job executor, the example's flights and the clock. */
final class Ours implements Side {

    private final ConfigurableApplicationContext application;
    private final Engine engine;

    Ours(Database database, Recorder recorder, TestClock clock) {
        application = ExampleApplication.start(
                clock,
                context -> context.getBeanFactory().addBeanPostProcessor(recorder),
                database.type(),
                database.url(),
                database.user(),
                database.password());
        engine = new Engine(application.getBean(ProcessEngine.class));
    }

    /** Plays the flight that becomes the script. */
    void recordFlight(Recorder recorder, Consumer<Instant> clock, int states) {
        Consumer<Instant> noted = until -> {
            recorder.passed(until);
            clock.accept(until);
        };
        ProcessEngine services = engine.services();
        WholeFlight flight = new WholeFlight(
                application,
                services.getTaskService(),
                recorder.noting(services.getFormService(), engine),
                recorder.noting(services.getManagementService(), engine),
                noted,
                states);
        recorder.record(() -> recorder.leaveGapFor(flight.play().value()));
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public String start(Map<String, Object> typed) {
        return engine.services()
                .getFormService()
                .submitStartForm(engine.startForm(), typed)
                .getBusinessKey();
    }

    /** What is due may differ by a cent: what rounding has left over is carried from flight to flight. */
    @Override
    public Map<String, Object> typed(Step.Completed step, String task, String reference) {
        Map<String, Object> typed = new HashMap<>(Facts.filled(step.typed(), reference));
        if (typed.containsKey("amountReceived")) {
            Number transfer = (Number) engine.services().getTaskService().getVariable(task, "transfer");
            typed.put(
                    "amountReceived",
                    application
                            .getBean(Transfers.class)
                            .get(transfer.longValue())
                            .amount()
                            .decimal()
                            .toPlainString());
        }
        return typed;
    }

    void close() {
        application.close();
    }
}
