package slice.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.people.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

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
            assertThat(people.find("frcoordinator")).isEmpty();
        }
        try (ConfigurableApplicationContext second = start()) {
            assertThat(PASSWORD.matcher(output.getOut()).results()).hasSize(1);
            assertThat(second.getBean(People.class).isPassword("admin", password))
                    .isTrue();
            assertThat(output.getOut()).contains("Joint Flights is ready on http://localhost:");
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Door.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("door") + ";WRITE_DELAY=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--camunda.bpm.deployment-resource-pattern=classpath:door/*.bpmn");
    }
}
