package org.jointflights.persistence.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jointflights.StandingClock;
import org.jointflights.application.notice.Mailer;
import org.jointflights.application.notice.NoticeServices;
import org.jointflights.application.notice.SendNotices;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes that send from one outbox at the same moment deliver each mail once. */
class TwoSendersOnPostgresTest {

    private static final String GROUP = "GBcoordinator";
    private static final int PEOPLE = 5;
    private static final int NOTICES = 40;

    private final StandingClock clock = new StandingClock();
    private final InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));
    private final HikariDataSource source = new HikariDataSource(settings());
    private final JdbcClient database = JdbcClient.create(source);
    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());

    private static HikariConfig settings() {
        Map<String, String> server = PostgresServer.environment();
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(server.get("JOINTFLIGHTS_DATABASE_URL"));
        settings.setUsername(server.get("JOINTFLIGHTS_DATABASE_USER"));
        settings.setPassword(server.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
        settings.setMaximumPoolSize(4);
        return settings;
    }

    @BeforeEach
    void some_are_queued() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/postgresql")
                .load()
                .migrate();
        people.addGroups(Role.COORDINATOR, GROUP, Sentence.of("people.role.coordinator"));
        for (int number = 0; number < PEOPLE; number++) {
            people.add(new Person("p" + number, "", "", "p" + number + "@example.org"), "long enough 1", Set.of(GROUP));
        }
        WriteNotices notices = NoticeServices.writing(new JdbcOutbox(database), clock);
        for (int number = 1; number <= NOTICES; number++) {
            OperationReference flight = new OperationReference("JRO-2099-%04d".formatted(number));
            notices.send(flight, GROUP, "given-up", "notice.givenUp", flight);
        }
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void each_is_delivered_once() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> ends = List.of(nodes.submit(() -> send(together)), nodes.submit(() -> send(together)));
            for (Future<?> end : ends) {
                end.get(1, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(delivered).doesNotHaveDuplicates().hasSize(PEOPLE * NOTICES);
        assertThat(database.sql("select count(*) from mail where sent is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Void send(CyclicBarrier together) throws Exception {
        Mailer mailer = letter -> delivered.add(letter.mail().id());
        SendNotices sender = NoticeServices.sending(
                new JdbcOutbox(database),
                new JdbcMails(database),
                new JdbcMailChoices(database),
                people,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                clock);
        together.await(1, TimeUnit.MINUTES);
        sender.deliver(mailer);
        return null;
    }
}
