package slice.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.jointflights.JointFlightsApplication;
import org.jointflights.application.people.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    private static final Pattern PASSWORD = Pattern.compile("sign in as admin with the password (\\S+) and change it");

    @TempDir
    private Path folder;

    @Test
    void without_the_example_one_administrator_is_made_once(CapturedOutput output) {
        String password;
        try (ConfigurableApplicationContext first = start()) {
            Matcher printed = PASSWORD.matcher(output.getOut());
            assertThat(printed.find()).isTrue();
            password = printed.group(1);
            People people = first.getBean(People.class);
            assertThat(people.isPassword("admin", password)).isTrue();
            assertThat(people.groupsOf("admin")).containsExactly("camunda-admin");
            assertThat(first.getBean(JdbcClient.class)
                            .sql("select PWD_ from ACT_ID_USER")
                            .query(String.class)
                            .single())
                    .startsWith("{bcrypt-sha384}$2a$12$");
            assertThat(people.find("frcoordinator")).isEmpty();
        }
        try (ConfigurableApplicationContext second = start()) {
            assertThat(PASSWORD.matcher(output.getOut()).results()).hasSize(1);
            assertThat(second.getBean(People.class).isPassword("admin", password))
                    .isTrue();
            assertThat(output.getOut()).contains("Joint Flights is ready on http://localhost:");
        }
    }

    @Test
    void whoever_has_the_machine_resets_a_password_from_its_console(CapturedOutput output) throws Exception {
        start().close();
        Matcher printed = PASSWORD.matcher(output.getOut());
        assertThat(printed.find()).isTrue();

        Console reset = console("--reset-password=admin");

        assertThat(reset.exitCode()).as(reset.printed()).isZero();
        Matcher line = Pattern.compile("The new password of admin is (\\S+) and is not shown again")
                .matcher(reset.printed());
        assertThat(line.find()).as(reset.printed()).isTrue();
        String password = line.group(1);
        assertThat(reset.printed().split(Pattern.quote(password), -1)).hasSize(2);
        assertThat(reset.printed())
                .contains("The password of admin was reset from the console.")
                .doesNotContain("Tomcat", "is ready on");
        try (ConfigurableApplicationContext after = start()) {
            People people = after.getBean(People.class);
            assertThat(people.isPassword("admin", password)).isTrue();
            assertThat(people.isPassword("admin", printed.group(1))).isFalse();
            assertThat(after.getBean(HistoryService.class)
                            .createUserOperationLogQuery()
                            .entityType("User")
                            .operationType("Update")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_reset_that_cannot_be_made_says_why_and_makes_nobody() throws Exception {
        start().close();

        Console unknown = console("--reset-password=nobodyknown");
        Console elsewhere = console("--reset-password=admin", "--spring.datasource.url=jdbc:h2:mem:empty");

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.printed()).contains("Nobody has the sign-in name “nobodyknown”.");
        assertThat(elsewhere.exitCode()).isEqualTo(1);
        assertThat(elsewhere.printed().strip()).endsWith("in the same folder with the same settings.");
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
                JointFlightsApplication.class.getName(),
                "--spring.datasource.url=" + database()));
        command.addAll(List.of(options));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Console(program.waitFor(), printed);
    }

    private String database() {
        return "jdbc:h2:file:" + folder.resolve("door") + ";WRITE_DELAY=0";
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Door.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database(),
                        "--camunda.bpm.job-execution.enabled=false",
                        // When it ends, the engine of the other tests keeps its name and its Tasklist.
                        "--camunda.bpm.process-engine-name=firststart",
                        "--camunda.bpm.webapp.enabled=false",
                        "--camunda.bpm.deployment-resource-pattern=classpath:door/*.bpmn");
    }
}
