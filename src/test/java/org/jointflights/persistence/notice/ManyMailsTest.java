package org.jointflights.persistence.notice;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jointflights.StandingClock;
import org.jointflights.application.notice.Mailer;
import org.jointflights.application.notice.NoticeServices;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.faults.RealMailServer;
import org.jointflights.faults.RealMailServer.Mood;
import org.jointflights.web.notice.SmtpMailers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many mails in our tables, and a real mail server that hangs, refuses, takes some and comes back, while the sender is killed now
 * and then; the waits between attempts pass on a clock of the test's. {@code -Dmails=10000} makes it ten thousand.
 */
class ManyMailsTest {

    private static final int MAILS = Integer.getInteger("mails", 500);
    private static final int PEOPLE = 10;
    private static final String GROUP = "GBcoordinator";

    /** The machine stops at that point; nothing in between catches it. */
    private static final class Killed extends Error {}

    private final Random chance = new Random(20_270_301);
    private final StandingClock clock = new StandingClock();
    private final InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));
    private final RealMailServer server = new RealMailServer();
    private final Mailer mailer = SmtpMailers.to(server.port(), Duration.ofMillis(150));
    private final HikariDataSource source = new HikariDataSource(settings());
    private final JdbcClient database = JdbcClient.create(source);
    private final JdbcOutbox outbox = new JdbcOutbox(database);
    private final JdbcMails mails = new JdbcMails(database);

    /** Killed after the server took the mail and before that was written down: whoever sends it again cannot know. */
    private final Set<String> takenAndForgotten = new HashSet<>();

    private int kills;

    private static HikariConfig settings() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:mem:many-mails;DB_CLOSE_DELAY=-1");
        settings.setMaximumPoolSize(2);
        return settings;
    }

    @BeforeEach
    void many_are_queued() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/h2")
                .load()
                .migrate();
        people.addGroups(Role.COORDINATOR, GROUP, Sentence.of("people.role.coordinator"));
        for (int number = 0; number < PEOPLE; number++) {
            people.add(new Person("p" + number, "", "", "p" + number + "@example.org"), "long enough 1", Set.of(GROUP));
        }
        WriteNotices notices = NoticeServices.writing(outbox, clock);
        for (int number = 0; number < MAILS / PEOPLE; number++) {
            OperationReference flight = new OperationReference("JRO-2099-%04d".formatted(number + 1));
            notices.send(flight, GROUP, "given-up", "notice.givenUp", flight);
        }
    }

    @AfterEach
    void close() {
        server.close();
        source.close();
    }

    @Test
    void each_is_delivered_once_none_is_lost_and_none_comes_twice_but_what_was_taken_at_the_moment_of_a_kill() {
        rounds(2, Mood.HANGS, 0);
        assertThat(server.taken()).isEmpty();
        rounds(3, Mood.REFUSES, 0.002);
        assertThat(server.taken()).isEmpty();
        server.isFull("p3@example.org", true);
        rounds(4, Mood.TAKES, 0.01);
        server.isFull("p3@example.org", false);
        rounds(1, Mood.HANGS, 0);
        for (int round = 0; round < 2_000 && waiting() > 0; round++) {
            rounds(1, Mood.TAKES, 0.002);
        }

        Map<String, Long> arrivals =
                server.taken().stream().map(ManyMailsTest::id).collect(groupingBy(Function.identity(), counting()));
        assertThat(arrivals).as("none is lost").hasSize(MAILS);
        Set<String> twice = new HashSet<>(arrivals.keySet());
        twice.removeIf(id -> arrivals.get(id) == 1);
        assertThat(twice).isEqualTo(takenAndForgotten);
        assertThat(kills).isPositive();
        assertThat(mails.countGivenUp()).isZero();
        assertThat(count("select count(*) from delivery")).isEqualTo(MAILS);
        assertThat(count("select count(*) from mail where sent is not null")).isEqualTo(MAILS);
        assertThat(count("select count(*) from outbox where sent is null")).isZero();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unread) {
            throw new IllegalStateException(unread);
        }
    }

    /** A minute each, in which whoever was killed begins anew. */
    private void rounds(int rounds, Mood mood, double risk) {
        server.is(mood);
        for (int round = 0; round < rounds; round++) {
            try {
                NoticeServices.sending(
                                outbox,
                                mails,
                                new JdbcMailChoices(database),
                                people,
                                new TransactionTemplate(new JdbcTransactionManager(source)),
                                clock)
                        .deliver(letter -> send(letter, risk));
            } catch (Killed now) {
                kills++;
            }
            clock.advance(Duration.ofMinutes(1));
        }
    }

    private void send(Mailer.Letter letter, double risk) throws Mailer.NotSent {
        if (chance.nextDouble() < risk) {
            throw new Killed();
        }
        mailer.send(letter);
        if (chance.nextDouble() < risk) {
            takenAndForgotten.add("<" + letter.mail().id() + "@jointflights>");
            throw new Killed();
        }
    }

    private long waiting() {
        return count("select count(*) from mail where next_try is not null")
                + count("select count(*) from outbox where spread_at is null");
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
