package org.jointflights.benchmarks.engine;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.jointflights.JointFlightsApplication;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.WholeFlight;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The whole application, as anybody starts the example, but for the job executor, the example's flights and the clock. */
final class Ours implements Side {

    private static final List<String> OF_TESTS = List.of(
            "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration");

    private final ConfigurableApplicationContext application;
    private final Engine engine;

    Ours(Database database, Recorder recorder, TestClock clock) {
        application = new SpringApplicationBuilder(JointFlightsApplication.class)
                .profiles("example")
                .initializers(context -> prepare((GenericApplicationContext) context, recorder, clock))
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--camunda.bpm.database.type=" + database.type(),
                        "--jointflights.example-flights=false",
                        // The tests' OpenID provider is on the class path.
                        "--spring.autoconfigure.exclude=" + String.join(",", OF_TESTS),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password());
        engine = new Engine(application.getBean(ProcessEngine.class));
    }

    private static void prepare(GenericApplicationContext context, Recorder recorder, TestClock clock) {
        context.getBeanFactory().addBeanPostProcessor(recorder);
        context.registerBean("standingClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
    }

    /** The tests' components lie on the same class path. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
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
