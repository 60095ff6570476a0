package org.jointflights.web.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jointflights.StandingClock;
import org.jointflights.application.notice.InMemoryMailChoices;
import org.jointflights.application.notice.InMemoryMails;
import org.jointflights.application.notice.InMemoryOutbox;
import org.jointflights.application.notice.NoticeServices;
import org.jointflights.application.notice.SendNotices;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.faults.SomeMailServer;
import org.jointflights.faults.SomeMailServer.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Mail to a server that takes the connection and hangs, with limits of a fraction of a second in place of ours. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MailServerHangsTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2099-0001");

    private final SomeMailServer server = new SomeMailServer();
    private final StandingClock clock = new StandingClock();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final ThreadPoolTaskScheduler schedule = new ThreadPoolTaskScheduler();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final SmtpMailer mailer = new SmtpMailer(sender, "from@example.org", "https://flights.example.org");
    private final InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));
    private final SendNotices postman =
            NoticeServices.sending(outbox, new InMemoryMails(outbox), new InMemoryMailChoices(), people, clock);

    @BeforeEach
    void two_notices_wait() {
        schedule.initialize();
        sender.setHost("localhost");
        sender.setPort(server.port());
        Properties limits = sender.getJavaMailProperties();
        limits.setProperty("mail.smtp.connectiontimeout", "1000");
        limits.setProperty("mail.smtp.timeout", "300");
        limits.setProperty("mail.smtp.writetimeout", "300");
        MailConfiguration.limit(sender, new MailSockets(schedule, Duration.ofMillis(600)));
        for (String state : List.of("GB", "SE")) {
            String group = state + "coordinator";
            people.addGroups(Role.COORDINATOR, group, Sentence.of("people.role.coordinator"));
            people.add(
                    new Person(state.toLowerCase(Locale.ROOT), "", "", group + "@example.org"),
                    "long enough 1",
                    Set.of(group));
        }
        NoticeServices.writing(outbox, clock).send(FLIGHT, "GBcoordinator", "a", "notice.givenUp", FLIGHT);
        NoticeServices.writing(outbox, clock).send(FLIGHT, "SEcoordinator", "a", "notice.givenUp", FLIGHT);
    }

    @AfterEach
    void close() throws Exception {
        schedule.destroy();
        server.close();
    }

    @Test
    void a_server_that_says_nothing_is_given_up_and_the_mail_goes_out_once_later() {
        server.first(Manner.SILENT);
        assertOneLater();
    }

    @Test
    void so_is_one_that_answers_byte_by_byte_and_is_never_silent() {
        server.first(Manner.DRIPPING);
        assertOneLater();
    }

    @Test
    void what_nobody_has_taken_waits_and_goes_out_once_when_somebody_does() {
        server.from(Manner.SILENT);
        postman.deliver(mailer);
        assertThat(outbox.all()).allMatch(notice -> notice.sent() == null);

        server.from(Manner.POLITE);
        clock.advance(Duration.ofMinutes(10));
        postman.deliver(mailer);
        clock.advance(Duration.ofMinutes(10));
        postman.deliver(mailer);

        assertThat(server.subjects()).hasSize(2);
        assertThat(outbox.all()).allMatch(notice -> notice.sent() != null);
    }

    private void assertOneLater() {
        Instant before = Instant.now();
        postman.deliver(mailer);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(server.subjects()).as("the other one was not held up").hasSize(1);

        clock.advance(Duration.ofMinutes(10));
        postman.deliver(mailer);
        assertThat(server.subjects()).hasSize(2);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void every_step_of_a_mail_has_a_limit_whatever_its_connection() throws Exception {
        Map<?, ?> settings = (Map<?, ?>) settings().getSource();
        for (String protocol : List.of("smtp", "smtps")) {
            for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
                assertThat(settings.containsKey("spring.mail.properties.mail." + protocol + "." + limit))
                        .as(protocol + " " + limit)
                        .isTrue();
            }
        }
    }

    private static PropertySource<?> settings() throws Exception {
        return new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .get(0);
    }
}
