package org.jointflights;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.replay.ReplayLedger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Starts the application; everything else is found by its package. */
@SpringBootApplication(exclude = ValidationAutoConfiguration.class)
public class JointFlightsApplication {

    public static void main(String[] args) {
        if (List.of(args).contains("--replay")) {
            // The ledger of real operations through the engine: needs no database, prints its report and ends.
            new ReplayLedger().run().lines(Locale.ENGLISH).forEach(System.out::println);
            return;
        }
        if (VerifyCommand.isMeant(args)) {
            System.exit(VerifyCommand.run(args, System.out));
        }
        Optional<String> reset = ConsolePasswordReset.name(List.of(args));
        if (reset.isPresent()) {
            System.exit(ConsolePasswordReset.run(reset.get(), List.of(args), System.out));
        }
        SpringApplication application = new SpringApplication(JointFlightsApplication.class);
        application.setLazyInitialization(true);
        application.addListeners(new MakeRemainingBeans());
        application.run(args);
    }

    @Bean
    static Clock clock() {
        // The databases keep microseconds at most: what is read back must equal what was written.
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
