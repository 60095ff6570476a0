package org.jointflights;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.netting.SignedNettings;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.settlement.Statements;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.application.trail.AuditChains;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.Verification;
import org.jointflights.domain.trail.ChainHead;
import org.jointflights.domain.trail.TrailVerification;
import org.jointflights.persistence.funding.KnownDecisions;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;

/**
 * The auditors' command: reads every version and every signature of the configured database, or its whole trail, and holds
 * them against one another. It has neither a web server nor the engine nor its jobs, brings nothing in and changes nothing.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@ComponentScan(
        basePackages = {"org.jointflights.application.verification", "org.jointflights.persistence"},
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {
                            VerifySignatures.class,
                            SignedVersions.class,
                            KnownDecisions.class,
                            Statements.class,
                            Postings.class,
                            SignedNettings.class,
                            Transfers.class,
                            VerifyTrail.class,
                            AuditChains.class
                        }))
class VerifyCommand {

    private static final String SIGNATURES = "--verify-signatures";
    private static final String TRAIL = "--verify-trail";

    private static final String URL = "spring.datasource.url";

    private VerifyCommand() {}

    /** Whether that is what the application was started for. */
    static boolean isMeant(String[] arguments) {
        return Stream.of(arguments).anyMatch(argument -> argument.equals(SIGNATURES) || isOfTrail(argument));
    }

    /** The exit code: 0 where all fits, 1 where something does not, 2 where nothing could be verified. */
    static int run(String[] arguments, PrintStream out) {
        List<ChainHead> witnesses;
        try {
            witnesses = witnesses(arguments);
        } catch (BadInput typed) {
            out.println(typed.sentence(Locale.ENGLISH));
            return 2;
        }
        SpringApplication command = new SpringApplication(VerifyCommand.class);
        command.setWebApplicationType(WebApplicationType.NONE);
        command.setBannerMode(Banner.Mode.OFF);
        command.setLogStartupInfo(false);
        command.setDefaultProperties(Map.of("logging.level.root", "warn"));
        command.addInitializers(VerifyCommand::onlyRead);
        boolean fits = true;
        try (ConfigurableApplicationContext context = command.run(arguments)) {
            if (List.of(arguments).contains(SIGNATURES)) {
                Verification found = context.getBean(VerifySignatures.class).run();
                VerifySignatures.lines(found, Locale.ENGLISH).forEach(out::println);
                fits = found.faults().isEmpty();
            }
            if (Stream.of(arguments).anyMatch(VerifyCommand::isOfTrail)) {
                TrailVerification found = context.getBean(VerifyTrail.class).run(witnesses);
                VerifyTrail.lines(found, Locale.ENGLISH).forEach(out::println);
                fits &= found.faults().isEmpty();
            }
            return fits ? 0 : 1;
        } catch (RuntimeException unread) {
            // Whatever it is, nothing was found that does not fit: only 1 says that.
            out.println(Sentence.of(
                            "verification.unread",
                            String.valueOf(NestedExceptionUtils.getMostSpecificCause(unread)
                                    .getMessage()))
                    .in(Locale.ENGLISH));
            return 2;
        }
    }

    private static boolean isOfTrail(String argument) {
        return argument.equals(TRAIL) || argument.startsWith(TRAIL + "=");
    }

    /** What was written down earlier, with commas in between. */
    private static List<ChainHead> witnesses(String[] arguments) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith(TRAIL + "="))
                .flatMap(argument ->
                        Stream.of(argument.substring(TRAIL.length() + 1).split(",", -1)))
                .map(ChainHead::of)
                .toList();
    }

    /** H2 would make a database where there is none. */
    private static void onlyRead(ConfigurableApplicationContext context) {
        String url = context.getEnvironment().getProperty(URL, "");
        if (url.startsWith("jdbc:h2:file:")) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource("onlyRead", Map.of(URL, url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r")));
        }
    }
}
