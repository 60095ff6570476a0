package org.jointflights;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.people.administration.ResetPassword;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.process.signin.PeopleOnly;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * Opens the database with the part of the application that knows people, and nothing else: no web server, no jobs, no
 * migration, no first administrator. Only whoever can start a program on the machine, with its settings, can do this.
 */
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan(
        basePackages = "org.jointflights",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(ResetPassword|LogAdministration|JdbcAdministrationEntries|ChainAtCommit|JdbcAuditChains|WriteNotices|JdbcOutbox"
                                        + "|DelayWrongPasswords|EnginePasswordConfiguration|AsSystem|EngineCurrentUser|JdbcAccounts"
                                        + "|EnginePeople|EngineMemberships|EngineRights|Filters)"))
class ConsolePasswordReset {

    private static final String OPTION = "--reset-password";

    /** The name whose password is to be reset, if that is what the application was started for. */
    static Optional<String> name(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> argument.substring(OPTION.length()).replaceFirst("^=", ""))
                .findFirst();
    }

    /** Prints the new password, once; the exit code of the program, not zero where nothing was changed. */
    static int run(String name, List<String> arguments, PrintStream console) {
        ConfigurableApplicationContext people;
        try {
            people = open(arguments);
        } catch (RuntimeException logged) {
            // Spring has written why; this comes last, where it is read.
            console.println(Sentence.of("signin.reset.failed").in(Locale.ENGLISH));
            return 1;
        }
        try (people) {
            String password = people.getBean(ResetPassword.class).of(name);
            console.println(Sentence.of("signin.reset.done", name, password).in(Locale.ENGLISH));
            return 0;
        } catch (Refusal refusal) {
            console.println(refusal.sentence(Locale.ENGLISH));
            return 1;
        }
    }

    @Bean
    static Clock clock() {
        return JointFlightsApplication.clock();
    }

    private static ConfigurableApplicationContext open(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--spring.flyway.enabled=false",
                "--management.endpoint.health.access=none"));
        all.addAll(PeopleOnly.SETTINGS);
        return new SpringApplicationBuilder(ConsolePasswordReset.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }
}
