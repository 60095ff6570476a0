package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jointflights.process.PostgresServer;
import org.jointflights.process.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What of the example is in a production that has just been started for the first time: nothing. */
@ProcessTest
class NoExampleInProductionTest {

    private static final String REHEARSAL = "/admin/rehearsal";

    /** The trial, as its tests start it. */
    @Autowired
    private ConfigurableApplicationContext example;

    @Test
    void nothing_is_there_that_could_act_as_somebody_or_tells_a_password() {
        try (ConfigurableApplicationContext production = production()) {
            assertThat(ofTheExample(production)).isEmpty();
            assertThat(addresses(production)).contains("/flights").noneMatch(path -> path.startsWith(REHEARSAL));
            assertThat(production.getBean(Clock.class)).isEqualTo(Clock.tickMillis(ZoneOffset.UTC));
            assertThat(production
                            .getBean(IdentityService.class)
                            .createUserQuery()
                            .list())
                    .extracting(User::getId)
                    .containsExactlyInAnyOrder("admin", "admin2");
        }
    }

    @Test
    void in_the_example_it_is_there_under_the_names_that_production_is_looked_through_for() {
        assertThat(addresses(example)).contains(REHEARSAL);
        assertThat(ofTheExample(example))
                .contains(
                        "org.jointflights.process.example.ExampleUsers",
                        "org.jointflights.application.example.MoveClock",
                        "org.jointflights.web.example.RehearsalPage",
                        "org.jointflights.application.example.ShowSignInHint");
    }

    private static Set<String> addresses(ConfigurableApplicationContext application) {
        return application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> ofTheExample(ConfigurableApplicationContext application) {
        return Stream.of(application.getBeanDefinitionNames())
                .map(application::getType)
                .filter(type -> type != null && type.getName().startsWith("org.jointflights."))
                .filter(type -> type.getName().contains("xample"))
                .map(Class::getName)
                .collect(Collectors.toSet());
    }

    private static ConfigurableApplicationContext production() {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=postgres",
                "--server.port=0",
                "--management.server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--jointflights.sign-in.password-cost=4",
                // When it ends, the engine of the other tests keeps its name and its Tasklist.
                "--camunda.bpm.process-engine-name=noexample",
                "--camunda.bpm.webapp.enabled=false",
                "--JOINTFLIGHTS_PROXY=::1",
                "--JOINTFLIGHTS_ADMIN_PASSWORD=One-Secret-1",
                "--JOINTFLIGHTS_ADMIN2_PASSWORD=Two-Secrets-2"));
        PostgresServer.environment().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(JointFlightsApplication.class).run(arguments.toArray(String[]::new));
    }
}
