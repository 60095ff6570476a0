package org.jointflights.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jointflights.JointFlightsApplication;
import org.jointflights.process.TestClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The whole application, as anybody starts the example, but for the job executor, the example's flights and the clock. */
public final class ExampleApplication {

    /** The tests' OpenID provider is on the class path. */
    private static final List<String> OF_TESTS = List.of(
            "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration");

    private ExampleApplication() {}

    /** Starts it on a database, of that type in the engine's words. */
    public static ConfigurableApplicationContext start(
            TestClock clock,
            Consumer<GenericApplicationContext> also,
            String type,
            String url,
            String user,
            String password) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=-1",
                "--camunda.bpm.job-execution.enabled=false",
                "--camunda.bpm.database.type=" + type,
                "--jointflights.example-flights=false",
                "--spring.autoconfigure.exclude=" + String.join(",", OF_TESTS),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password));
        return new SpringApplicationBuilder(JointFlightsApplication.class)
                .profiles("example")
                .initializers(context -> prepare((GenericApplicationContext) context, clock, also))
                .run(arguments.toArray(String[]::new));
    }

    private static void prepare(
            GenericApplicationContext context, TestClock clock, Consumer<GenericApplicationContext> also) {
        also.accept(context);
        // By its own type: it takes the example's clocks out.
        context.registerBean("standingClock", TestClock.class, () -> clock, bean -> bean.setPrimary(true));
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
}
