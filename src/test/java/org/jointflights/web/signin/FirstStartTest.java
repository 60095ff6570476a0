package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.jointflights.JointFlightsApplication;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.start.StartRefused;
import org.jointflights.domain.BadInput;
import org.jointflights.process.PostgresServer;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who is in a production database after the first start, and after later ones. */
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    private static final String FIRST = "One-Secret-1";
    private static final String SECOND = "Two-Secrets-2";
    private static final String FIRST_VARIABLE = "JOINTFLIGHTS_ADMIN_PASSWORD=";
    private static final String SECOND_VARIABLE = "JOINTFLIGHTS_ADMIN2_PASSWORD=";

    /** What a first start with these two passwords leaves, made once and copied for each test that goes on from it. */
    private static final class Started {

        static final Map<String, String> PLACE = PostgresServer.environment();

        static {
            production(PLACE, FIRST_VARIABLE + FIRST, SECOND_VARIABLE + SECOND).close();
        }
    }

    private Map<String, String> place = PostgresServer.environment();

    private void startedOnce() {
        place = PostgresServer.copy(Started.PLACE);
    }

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(
                place.get("JOINTFLIGHTS_DATABASE_URL"),
                place.get("JOINTFLIGHTS_DATABASE_USER"),
                place.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
    }

    @Test
    void production_begins_with_two_administrators_and_needs_their_first_passwords_no_more(CapturedOutput output) {
        try (ConfigurableApplicationContext first = production(FIRST_VARIABLE + FIRST, SECOND_VARIABLE + SECOND)) {
            People people = first.getBean(People.class);
            assertThat(people.isPassword("admin", FIRST)).isTrue();
            assertThat(people.isPassword("admin2", SECOND)).isTrue();
            assertThat(people.groupsOf("admin")).containsExactly("camunda-admin");
            assertThat(people.groupsOf("admin2")).containsExactly("camunda-admin");
            assertThat(people.passwordOf("admin").oneTime()).isTrue();
            assertThat(people.passwordOf("admin2").oneTime()).isTrue();
            assertThat(people.find("frcoordinator")).isEmpty();
            assertThatThrownBy(() -> people.add(new Person("frcoordinator", "Anne", "Roux"), "Joint-2026!", Set.of()))
                    .as("whoever took the published password would stop the next start")
                    .isInstanceOf(BadInput.class);
        }
        assertThat(origin()).as("no password is compared at the next start").isEqualTo("PRODUCTION");
        try (ConfigurableApplicationContext second = production()) {
            assertThat(second.getBean(People.class).isPassword("admin", FIRST)).isTrue();
            assertThat(output.getOut())
                    .contains("Joint Flights is ready on http://localhost:")
                    .doesNotContain(FIRST, SECOND);
        }
    }

    @Test
    void a_database_with_one_administrator_gets_the_second() {
        startedOnce();
        try (ConfigurableApplicationContext second = production()) {
            second.getBean(IdentityService.class).deleteUser("admin2");
        }

        assertThatThrownBy(this::production)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(
                        "The administrator admin2 does not exist yet, and JOINTFLIGHTS_ADMIN2_PASSWORD is not")
                .hasMessageNotContaining("JOINTFLIGHTS_ADMIN_PASSWORD");
        assertThatThrownBy(() -> production(SECOND_VARIABLE + FIRST))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("JOINTFLIGHTS_ADMIN2_PASSWORD is the other administrator's password too");
        try (ConfigurableApplicationContext again = production(SECOND_VARIABLE + SECOND)) {
            People people = again.getBean(People.class);
            assertThat(people.isPassword("admin", FIRST)).isTrue();
            assertThat(people.isPassword("admin2", SECOND)).isTrue();
            assertThat(people.passwordOf("admin2").oneTime()).isTrue();
        }
    }

    @Test
    void a_first_password_opens_nothing_but_the_choice_of_another_and_then_no_more() {
        startedOnce();
        try (ConfigurableApplicationContext first = production("JOINTFLIGHTS_PROXY=127.0.0.1")) {
            int port = first.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            HttpUser administrator = HttpUser.throughProxy(port, "192.0.2.9");
            administrator.signIn("admin", FIRST);

            for (String path : List.of("/", "/admin/people", "/administration")) {
                HttpResponse<String> page = administrator.get(path);
                assertThat(page.statusCode()).as(path).isEqualTo(302);
                assertThat(page.headers().firstValue("Location").orElse(""))
                        .as(path)
                        .endsWith("/password");
            }
            assertThat(change(administrator, FIRST).body()).contains("is the present one");
            assertThat(change(administrator, "Own-Secret-3").statusCode()).isEqualTo(302);

            administrator.signIn("admin", "Own-Secret-3");
            assertThat(administrator.get("/admin/people").statusCode()).isEqualTo(200);
            assertThat(first.getBean(People.class).isPassword("admin", FIRST)).isFalse();
            assertThat(first.getBean(People.class).passwordOf("admin2").oneTime())
                    .isTrue();
        }
        try (ConfigurableApplicationContext second = production(FIRST_VARIABLE + FIRST, SECOND_VARIABLE + SECOND)) {
            People people = second.getBean(People.class);
            assertThat(people.isPassword("admin", "Own-Secret-3"))
                    .as("the variable is not read again")
                    .isTrue();
            assertThat(people.passwordOf("admin").oneTime()).isFalse();
        }
    }

    private static HttpResponse<String> change(HttpUser person, String fresh) {
        return person.submit(
                "/password",
                "/password",
                Map.of("currentPassword", FIRST, "newPassword", fresh, "newPasswordAgain", fresh));
    }

    @Test
    void a_database_in_which_the_example_ran_is_refused_until_nobody_has_its_password() {
        new SpringApplicationBuilder(SignInSlice.class)
                .run(arguments(
                        "spring.profiles.active=example",
                        "spring.datasource.url=" + place.get("JOINTFLIGHTS_DATABASE_URL"),
                        "spring.datasource.username=" + place.get("JOINTFLIGHTS_DATABASE_USER"),
                        "spring.datasource.password=" + place.get("JOINTFLIGHTS_DATABASE_PASSWORD")))
                .close();

        assertThat(origin()).isEqualTo("EXAMPLE");
        assertThatThrownBy(this::production)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(
                        "These accounts in the database have the example's password, which is published: ")
                .hasMessageContaining("admin, admin2, atcoordinator, ")
                .hasMessageNotContaining("does not exist yet");

        // Whoever has chosen another password since is no danger, whatever their name.
        database()
                .sql("update act_id_user set pwd_ = '{SHA-512}elsewhere' where id_ <> 'auditor'")
                .update();
        assertThatThrownBy(this::production)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("which is published: auditor. ");
    }

    @Test
    void whoever_has_the_machine_resets_a_password_from_its_console() throws Exception {
        startedOnce();

        Console reset = console("--reset-password=admin");

        Matcher line = Pattern.compile("The new password of admin is (\\S+) and is not shown again")
                .matcher(reset.printed());
        assertThat(reset.exitCode()).as(reset.printed()).isZero();
        assertThat(line.find()).as(reset.printed()).isTrue();
        String password = line.group(1);
        assertThat(reset.printed()).doesNotContain("Tomcat", "is ready on").containsOnlyOnce(password);
        try (ConfigurableApplicationContext after = production()) {
            People people = after.getBean(People.class);
            assertThat(people.isPassword("admin", password)).isTrue();
            assertThat(people.isPassword("admin", FIRST)).isFalse();
            assertThat(people.passwordOf("admin").oneTime()).isTrue();
        }
        assertThat(database()
                        .sql("select count(*) from administration_log where about = 'admin'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_reset_that_cannot_be_made_says_why_and_makes_nobody() throws Exception {
        startedOnce();

        Console unknown = console("--reset-password=nobodyknown");
        Console elsewhere =
                console("--reset-password=admin", "--JOINTFLIGHTS_DATABASE_URL=jdbc:postgresql://localhost:1/none");

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.printed()).contains("Nobody has the sign-in name “nobodyknown”.");
        assertThat(elsewhere.exitCode()).isEqualTo(1);
    }

    private String origin() {
        return database()
                .sql("select value_ from act_ge_property where name_ = 'jointflights.origin'")
                .query(String.class)
                .single();
    }

    private record Console(int exitCode, String printed) {}

    /** The application as a program of its own, as its jar would start it. */
    private Console console(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                JointFlightsApplication.class.getName()));
        List<String> settings = new ArrayList<>(List.of(
                "--spring.profiles.active=postgres",
                "--JOINTFLIGHTS_PROXY=::1",
                "--jointflights.sign-in.password-cost=4"));
        place.forEach((name, value) -> settings.add("--" + name + "=" + value));
        for (String option : options) {
            settings.removeIf(setting -> setting.startsWith(option.substring(0, option.indexOf('=') + 1)));
            settings.add(option);
        }
        command.addAll(settings);
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Console(program.waitFor(), printed);
    }

    private ConfigurableApplicationContext production(String... more) {
        return production(place, more);
    }

    private static ConfigurableApplicationContext production(Map<String, String> place, String... more) {
        List<String> settings = new ArrayList<>(List.of("spring.profiles.active=postgres", "JOINTFLIGHTS_PROXY=::1"));
        place.forEach((name, value) -> settings.add(name + "=" + value));
        settings.addAll(List.of(more));
        return new SpringApplicationBuilder(SignInSlice.class).run(arguments(settings.toArray(String[]::new)));
    }

    private static String[] arguments(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--jointflights.sign-in.password-cost=4",
                // When it ends, the engine of the other tests keeps its name and its Tasklist.
                "--camunda.bpm.process-engine-name=firststart",
                "--camunda.bpm.webapp.enabled=false",
                "--camunda.bpm.deployment-resource-pattern=classpath:sign-in-slice/*.bpmn"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return arguments.toArray(String[]::new);
    }
}
