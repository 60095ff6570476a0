package org.jointflights;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.settlement.Statements;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.Verification;
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
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The auditors' command: reads every version and every signature of the configured database and holds them against one
 * another. It has neither a web server nor the engine nor its jobs, brings nothing in and changes nothing.
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
                        classes = {VerifySignatures.class, SignedVersions.class, Statements.class, Postings.class}))
class VerifySignaturesCommand {

    static final String NAME = "--verify-signatures";

    private static final String URL = "spring.datasource.url";

    private VerifySignaturesCommand() {}

    /** The exit code: 0 where all fits, 1 where something does not, 2 where the database could not be read. */
    static int run(String[] arguments, PrintStream out) {
        SpringApplication command = new SpringApplication(VerifySignaturesCommand.class);
        command.setWebApplicationType(WebApplicationType.NONE);
        command.setBannerMode(Banner.Mode.OFF);
        command.setLogStartupInfo(false);
        command.setDefaultProperties(Map.of("logging.level.root", "warn"));
        command.addInitializers(VerifySignaturesCommand::onlyRead);
        try (ConfigurableApplicationContext context = command.run(arguments)) {
            Verification found = context.getBean(VerifySignatures.class).run();
            VerifySignatures.lines(found, Locale.ENGLISH).forEach(out::println);
            return found.faults().isEmpty() ? 0 : 1;
        } catch (DataAccessException | TransactionException unread) {
            out.println(Sentence.of(
                            "verification.unread",
                            String.valueOf(unread.getMostSpecificCause().getMessage()))
                    .in(Locale.ENGLISH));
            return 2;
        }
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
