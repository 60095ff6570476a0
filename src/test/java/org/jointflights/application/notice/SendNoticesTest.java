package org.jointflights.application.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jointflights.StandingClock;
import org.jointflights.application.notice.Mailer.Letter;
import org.jointflights.application.notice.Mailer.NotSent;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.notice.BackOff;
import org.jointflights.domain.notice.MailChoice;
import org.jointflights.domain.notice.MailManner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendNoticesTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2099-0001");
    private static final OperationReference OTHER = new OperationReference("JRO-2099-0002");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final StandingClock clock = new StandingClock();
    private final Instant start = clock.instant();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryMails mails = new InMemoryMails(outbox);
    private final InMemoryMailChoices choices = new InMemoryMailChoices();
    private final InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));
    private final WriteNotices notices = NoticeServices.writing(outbox, clock);
    private final List<Letter> letters = new ArrayList<>();
    private final Mailer works = letters::add;
    private final Mailer silent = letter -> {
        throw new NotSent(Failure.NO_ANSWER, new IllegalStateException("no route to host"));
    };
    private final Mailer refuses = letter -> {
        throw new NotSent(Failure.REFUSED, new IllegalStateException("451 try later"));
    };

    @BeforeEach
    void one_notice_is_there() {
        for (String group : List.of("GBcoordinator", "GBlegal", "ESfinance")) {
            people.addGroups(Role.COORDINATOR, group, Sentence.of("people.role.coordinator"));
        }
        add("anna", "anna@example.org", "GBcoordinator", "GBlegal");
        add("ben", "ben@example.org", "GBcoordinator");
        add("nemo", null, "GBcoordinator");
        notices.send(FLIGHT, "GBcoordinator", "offer", "notice.offer", FLIGHT, "Nigeria", "2099-01-01", "2098-12-01");
    }

    @Test
    void a_notice_is_written_for_a_group_and_an_occasion() {
        assertThat(outbox.all())
                .containsExactly(new Notice(
                        FLIGHT,
                        "GBcoordinator",
                        Sentence.of("notice.offer", FLIGHT, "Nigeria", "2099-01-01", "2098-12-01"),
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
    void each_member_of_the_group_who_has_an_address_gets_a_mail_of_their_own_once() {
        deliver(works);
        clock.advance(Duration.ofHours(1));
        deliver(works);

        assertThat(letters)
                .extracting(Letter::address)
                .containsExactlyInAnyOrder("anna@example.org", "ben@example.org");
        assertThat(letters).extracting(letter -> letter.mail().id()).doesNotHaveDuplicates();
        assertThat(letters).allMatch(letter -> letter.notices().size() == 1);
        assertThat(outbox.of(FLIGHT).get(0).sent()).isEqualTo(start);
    }

    @Test
    void whoever_wrote_a_comment_gets_no_mail_of_it_and_the_others_do() {
        deliver(works);
        letters.clear();
        notices.sendOfComment("t1", "anna", FLIGHT, "GBcoordinator", "comment/1", "notice.comment", FLIGHT, "Sign");
        deliver(works);

        assertThat(letters).extracting(Letter::address).containsExactly("ben@example.org");
        assertThat(letters.get(0).notices()).extracting(Notice::task).containsExactly("t1");
    }

    @Test
    void whoever_is_in_two_groups_that_are_told_the_same_gets_one_mail() {
        notices.send(FLIGHT, "GBcoordinator", "landed/1", "notice.landed", FLIGHT, "LOS", "12:00");
        notices.send(FLIGHT, "GBlegal", "landed/1", "notice.landed", FLIGHT, "LOS", "12:00");
        deliver(works);

        assertThat(letters)
                .filteredOn(letter -> letter.address().equals("anna@example.org"))
                .extracting(letter -> letter.notices().get(0).text().code())
                .containsExactlyInAnyOrder("notice.offer", "notice.landed");
    }

    @Test
    void whoever_reads_the_page_only_gets_no_mail() {
        choose("anna", MailManner.PAGE, 7);
        deliver(works);

        assertThat(letters).extracting(Letter::address).containsExactly("ben@example.org");
    }

    @Test
    void what_is_about_safety_goes_at_once_whatever_somebody_chose() {
        choose("anna", MailManner.PAGE, 7);
        choose("ben", MailManner.DIGEST, 7);
        deliver(works);
        assertThat(letters).isEmpty();

        notices.send(FLIGHT, "GBcoordinator", "stop/1", "notice.stopped", FLIGHT, "GB", "G2", "boarding");
        deliver(works);

        assertThat(letters)
                .extracting(letter ->
                        letter.address() + " " + letter.notices().get(0).text().code())
                .containsExactlyInAnyOrder("anna@example.org notice.stopped", "ben@example.org notice.stopped");
    }

    @Test
    void a_digest_is_one_mail_a_day_with_all_notices_at_the_hour_of_its_reader() {
        choose("anna", MailManner.DIGEST, 18);
        notices.send(OTHER, "GBcoordinator", "offer", "notice.offer", OTHER, "Ghana");
        deliver(works);
        letters.removeIf(letter -> letter.address().startsWith("ben"));
        clock.advance(Duration.ofHours(7));
        notices.send(FLIGHT, "GBcoordinator", "reminder", "notice.offerReminder", FLIGHT, "Nigeria");
        deliver(mine());
        assertThat(letters).as("17:00 in Paris").isEmpty();

        clock.advance(Duration.ofHours(1));
        deliver(mine());
        deliver(mine());

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.mail().digestOf()).isEqualTo(start.atZone(PARIS).toLocalDate());
            assertThat(letter.notices()).hasSize(3);
        });
    }

    @Test
    void what_is_told_after_a_digest_went_goes_with_the_next_days_also_where_the_hour_is_changed() {
        choose("anna", MailManner.DIGEST, 11);
        deliver(mine());
        clock.advance(Duration.ofHours(1));
        deliver(mine());
        assertThat(letters).hasSize(1);

        choose("anna", MailManner.DIGEST, 18);
        notices.send(FLIGHT, "GBcoordinator", "reminder", "notice.offerReminder", FLIGHT, "Nigeria");
        deliver(mine());
        clock.advance(Duration.ofHours(10));
        deliver(mine());
        assertThat(letters).as("one mail a day").hasSize(1);
        clock.advance(Duration.ofHours(22));
        deliver(mine());

        assertThat(letters).hasSize(2);
        assertThat(letters.get(1).notices())
                .extracting(Notice::once)
                .containsExactly(FLIGHT + "/reminder/GBcoordinator");
    }

    @Test
    void a_mail_is_in_the_language_that_its_reader_chose_else_in_both() {
        choices.keep("anna", new MailChoice(MailManner.AT_ONCE, 7, PARIS, Locale.FRENCH));
        deliver(works);

        assertThat(letters)
                .filteredOn(letter -> letter.address().startsWith("anna"))
                .allMatch(letter -> letter.languages().equals(List.of(Locale.FRENCH)));
        assertThat(letters)
                .filteredOn(letter -> letter.address().startsWith("ben"))
                .allMatch(letter -> letter.languages().equals(List.of(Locale.ENGLISH, Locale.FRENCH)));
    }

    @Test
    void what_the_server_refuses_is_tried_again_after_waits_that_grow() {
        deliver(refuses);
        for (int attempts = 1; attempts <= 6; attempts++) {
            Duration wait = BackOff.after(attempts);
            clock.advance(wait.minusSeconds(1));
            deliver(works);
            assertThat(letters).isEmpty();
            clock.advance(Duration.ofSeconds(1));
            deliver(attempts < 6 ? refuses : works);
        }

        assertThat(letters).hasSize(2);
        assertThat(mails.countGivenUp()).isZero();
    }

    @Test
    void after_the_last_attempt_it_is_given_up_and_may_be_sent_again() {
        for (int attempts = 1; attempts <= BackOff.ATTEMPTS; attempts++) {
            deliver(refuses);
            clock.advance(BackOff.after(attempts));
        }
        deliver(works);
        assertThat(letters).isEmpty();
        assertThat(mails.givenUp(10))
                .extracting(Mails.DeadMail::person, Mails.DeadMail::why, Mails.DeadMail::attempts)
                .containsExactlyInAnyOrder(
                        tuple("anna", Failure.REFUSED, BackOff.ATTEMPTS),
                        tuple("ben", Failure.REFUSED, BackOff.ATTEMPTS));

        mails.givenUp(10).forEach(dead -> mails.revive(dead.id(), clock.instant()));
        deliver(works);
        assertThat(letters).hasSize(2);
    }

    @Test
    void an_address_that_is_refused_for_good_is_given_up_at_once_and_holds_nobody_else() {
        deliver(letter -> {
            if (letter.address().startsWith("anna")) {
                throw new NotSent(Failure.ADDRESS, new IllegalStateException("550 no such user"));
            }
            works.send(letter);
        });

        assertThat(letters).extracting(Letter::address).containsExactly("ben@example.org");
        assertThat(mails.givenUp(10)).singleElement().satisfies(dead -> {
            assertThat(dead.person()).isEqualTo("anna");
            assertThat(dead.why()).isEqualTo(Failure.ADDRESS);
        });
    }

    @Test
    void a_server_that_does_not_answer_is_asked_three_times_a_round_and_the_rest_waits_uncounted() {
        for (int number = 0; number < 10; number++) {
            notices.send(FLIGHT, "GBcoordinator", "x" + number, "notice.givenUp", FLIGHT);
        }
        List<String> asked = new ArrayList<>();
        deliver(letter -> {
            asked.add(letter.address());
            silent.send(letter);
        });
        assertThat(asked).hasSize(3);

        deliver(works);
        assertThat(letters).as("all others").hasSize(19);
    }

    @Test
    void after_a_crash_between_sending_and_marking_nothing_is_lost_and_the_id_is_the_same() {
        assertThatThrownBy(() -> deliver(letter -> {
                    works.send(letter);
                    throw new IllegalStateException("the machine stops here");
                }))
                .hasMessage("the machine stops here");

        deliver(works);
        assertThat(letters).as("the other one").hasSize(2);
        clock.advance(Duration.ofMinutes(10));
        deliver(works);
        assertThat(letters).hasSize(3);
        assertThat(letters.get(2).mail().id()).isEqualTo(letters.get(0).mail().id());
    }

    @Test
    void a_mail_that_somebody_else_has_just_taken_is_left_to_them() {
        deliver(letter -> {
            mails.due(clock.instant(), 10)
                    .forEach(mail ->
                            mails.take(mail, clock.instant(), clock.instant().plusSeconds(600)));
            works.send(letter);
        });

        assertThat(letters).hasSize(1);
    }

    @Test
    void a_notice_to_a_group_without_addresses_stays_on_the_pages() {
        notices.send(FLIGHT, "ESfinance", "x", "notice.givenUp", FLIGHT);

        deliver(works);

        assertThat(letters).hasSize(2);
        assertThat(outbox.to(List.of("ESfinance"))).extracting(Notice::sent).containsOnlyNulls();
    }

    @Test
    void whoever_has_left_the_group_meanwhile_is_not_told_any_more() {
        choose("anna", MailManner.DIGEST, 18);
        deliver(mine());
        people.leave("anna", "GBcoordinator");
        clock.advance(Duration.ofHours(9));
        deliver(mine());

        assertThat(letters).isEmpty();
        assertThat(mails.countGivenUp())
                .as("nothing that an administrator could mend")
                .isZero();
    }

    private Mailer mine() {
        return letter -> {
            if (letter.address().startsWith("anna")) {
                works.send(letter);
            }
        };
    }

    private void choose(String person, MailManner manner, int hour) {
        choices.keep(person, new MailChoice(manner, hour, PARIS, null));
    }

    private void add(String id, String mail, String... groups) {
        people.add(new Person(id, id, "Example", mail), "long enough 1", Set.of(groups));
    }

    /** By a new one each time, as after a restart. */
    private void deliver(Mailer mailer) {
        NoticeServices.sending(outbox, mails, choices, people, clock).deliver(mailer);
    }
}
