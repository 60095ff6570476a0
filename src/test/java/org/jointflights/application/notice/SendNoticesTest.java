package org.jointflights.application.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With the real outbox; only the mail server is not one. */
@ProcessTest
class SendNoticesTest {

    private static final OperationReference FLIGHT = new OperationReference("PO-2027-001");

    @Autowired
    Outbox outbox;

    @Autowired
    WriteNotices notices;

    @Autowired
    TasklistUsers desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<String> mails = new ArrayList<>();
    private final MailAddresses addresses =
            group -> group.equals("GBcoordinator") ? List.of("a@example.org", "b@example.org") : List.of();
    private final Mailer works = (notice, to) -> mails.add(notice.text().code() + " " + to);

    @BeforeEach
    void onlyOneNotice() {
        desk.open();
        jdbc.sql("update outbox set sent = ? where sent is null")
                .param(java.sql.Timestamp.from(clock.instant()))
                .update();
        notices.send(FLIGHT, "GBcoordinator", "offer", "notice.offer", FLIGHT, "Nigeria", "2027-05-20", "2027-03-15");
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from outbox where reference = ?").param(FLIGHT.value()).update();
    }

    @Test
    void a_notice_is_sent_once_to_the_members_of_its_group_and_marked() {
        postman().deliver(works);
        clock.advance(Duration.ofHours(1));
        postman().deliver(works);

        assertThat(mails).containsExactly("notice.offer [a@example.org, b@example.org]");
        assertThat(outbox.of(FLIGHT).get(0).sent()).isEqualTo(TestClock.START);
    }

    @Test
    void what_the_server_refuses_is_tried_again_later_and_not_at_once() {
        Mailer refuses = (notice, to) -> {
            throw new Mailer.NotSent(new IllegalStateException("no route to host"));
        };
        postman().deliver(refuses);
        postman().deliver(works);
        assertThat(mails).isEmpty();
        assertThat(outbox.of(FLIGHT).get(0).sent()).isNull();

        clock.advance(Duration.ofMinutes(10));
        postman().deliver(works);
        assertThat(mails).hasSize(1);
    }

    @Test
    void after_a_crash_between_sending_and_marking_nothing_is_lost() {
        Mailer dies = (notice, to) -> {
            throw new IllegalStateException("the machine stops here");
        };
        assertThatThrownBy(() -> postman().deliver(dies)).hasMessage("the machine stops here");

        clock.advance(Duration.ofMinutes(10));
        postman().deliver(works);
        assertThat(mails).hasSize(1);
    }

    @Test
    void of_two_that_send_at_the_same_time_only_one_takes_a_notice() {
        Notice notice = outbox.due(clock.instant()).get(0);
        Instant later = clock.instant().plusSeconds(600);

        assertThat(outbox.take(notice, clock.instant(), later)).isTrue();
        assertThat(outbox.take(notice, clock.instant(), later)).isFalse();
        assertThat(outbox.due(clock.instant())).isEmpty();
    }

    @Test
    void a_notice_to_a_group_without_addresses_stays_on_the_pages() {
        notices.send(FLIGHT, "ESfinance", "x", "notice.givenUp", FLIGHT);

        postman().deliver(works);

        assertThat(mails).hasSize(1);
        assertThat(outbox.to(List.of("ESfinance")))
                .filteredOn(notice -> notice.reference().equals(FLIGHT))
                .allMatch(notice -> notice.sent() == null)
                .hasSize(1);
    }

    private SendNotices postman() {
        return new SendNotices(outbox, addresses, clock);
    }
}
