package org.jointflights.application.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.StandingClock;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendNoticesTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2099-0001");

    private final StandingClock clock = new StandingClock();
    private final Instant start = clock.instant();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final WriteNotices notices = NoticeServices.writing(outbox, clock);
    private final List<String> mails = new ArrayList<>();
    private final MailAddresses addresses =
            group -> group.equals("GBcoordinator") ? List.of("a@example.org", "b@example.org") : List.of();
    private final Mailer works = (notice, to) -> mails.add(notice.text().code() + " " + to);

    @BeforeEach
    void one_notice_is_there() {
        notices.send(FLIGHT, "GBcoordinator", "offer", "notice.offer", FLIGHT, "Nigeria");
    }

    @Test
    void a_notice_is_written_for_a_group_and_an_occasion() {
        assertThat(outbox.all())
                .containsExactly(new Notice(
                        FLIGHT,
                        "GBcoordinator",
                        Sentence.of("notice.offer", FLIGHT, "Nigeria"),
                        start,
                        "JRO-2099-0001/offer/GBcoordinator",
                        null));
        notices.tell("auditor", "administration/1", "people.administration.told", "a", "b", "c");
        assertThat(outbox.all().get(1))
                .isEqualTo(new Notice(
                        null,
                        "auditor",
                        Sentence.of("people.administration.told", "a", "b", "c"),
                        start,
                        "administration/1/auditor",
                        null));
    }

    @Test
    void the_same_occasion_is_told_once_to_each_group() {
        notices.send(FLIGHT, "GBcoordinator", "offer", "notice.offer", FLIGHT, "Nigeria");
        notices.send(FLIGHT, "FRcoordinator", "offer", "notice.offer", FLIGHT, "Nigeria");

        assertThat(outbox.all()).extracting(Notice::recipient).containsExactly("GBcoordinator", "FRcoordinator");
    }

    @Test
    void a_notice_is_sent_once_to_the_members_of_its_group_and_marked() {
        postman().deliver(works);
        clock.advance(Duration.ofHours(1));
        postman().deliver(works);

        assertThat(mails).containsExactly("notice.offer [a@example.org, b@example.org]");
        assertThat(outbox.of(FLIGHT).get(0).sent()).isEqualTo(start);
    }

    @Test
    void what_the_server_refuses_is_tried_again_after_ten_minutes_and_not_before() {
        postman().deliver((notice, to) -> {
            throw new Mailer.NotSent(new IllegalStateException("no route to host"));
        });
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        postman().deliver(works);
        assertThat(mails).isEmpty();
        assertThat(outbox.of(FLIGHT).get(0).sent()).isNull();

        clock.advance(Duration.ofSeconds(1));
        postman().deliver(works);
        assertThat(mails).hasSize(1);
    }

    @Test
    void one_that_is_refused_holds_up_no_other() {
        notices.send(FLIGHT, "GBcoordinator", "other", "notice.givenUp", FLIGHT);

        postman().deliver((notice, to) -> {
            if (notice.text().code().equals("notice.offer")) {
                throw new Mailer.NotSent(new IllegalStateException("no route to host"));
            }
            works.send(notice, to);
        });

        assertThat(mails).containsExactly("notice.givenUp [a@example.org, b@example.org]");
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
    void a_notice_that_somebody_else_has_just_taken_is_left_to_them() {
        MailAddresses asked = group -> {
            outbox.take(outbox.all().get(0), clock.instant(), clock.instant().plusSeconds(600));
            return addresses.of(group);
        };

        new SendNotices(outbox, asked, clock).deliver(works);

        assertThat(mails).isEmpty();
        assertThat(outbox.all().get(0).sent()).isNull();
    }

    @Test
    void a_notice_to_a_group_without_addresses_stays_on_the_pages() {
        notices.send(FLIGHT, "ESfinance", "x", "notice.givenUp", FLIGHT);

        postman().deliver(works);

        assertThat(mails).hasSize(1);
        assertThat(outbox.to(List.of("ESfinance"))).extracting(Notice::sent).containsOnlyNulls();
    }

    private SendNotices postman() {
        return new SendNotices(outbox, addresses, clock);
    }
}
