package org.jointflights.web.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.notice.Mail;
import org.jointflights.application.notice.Mailer;
import org.jointflights.application.notice.Mailer.Letter;
import org.jointflights.application.notice.Notice;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.faults.RealMailServer;
import org.jointflights.faults.RealMailServer.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a real mail server, and what is made of its answers. */
class SmtpMailerTest {

    private static final String FLIGHT = "JRO-2027-0001";
    private static final List<Locale> BOTH = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final RealMailServer server = new RealMailServer();
    private final Mailer mailer = SmtpMailers.to(server.port(), Duration.ofMillis(400));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_mail_says_the_facts_in_the_readers_language_with_one_link_and_the_id_of_the_mail() throws Exception {
        mailer.send(letter(
                List.of(Locale.FRENCH),
                notice(Sentence.of("notice.offer", FLIGHT, "Lagos", "2027-03-28", "2027-03-20"))));

        MimeMessage mail = only();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("a@example.org");
        assertThat(mail.getSubject()).isEqualTo("Vol JRO-2027-0001");
        assertThat(mail.getMessageID()).isEqualTo("<one@jointflights>");
        assertThat(text(mail))
                .contains("Des sièges sont offerts sur le vol JRO-2027-0001 le 2027-03-28.")
                .contains("https://flights.example.org/flights/JRO-2027-0001")
                .as("somebody typed the destination")
                .doesNotContain("Lagos")
                .doesNotContain("Seats");
        assertThat(text(mail).split("https://", -1)).as("one link").hasSize(2);
    }

    @Test
    void the_link_leads_to_the_task_where_the_reader_may_do_it() throws Exception {
        Notice task = new Notice(
                new OperationReference(FLIGHT),
                "GBcoordinator",
                Sentence.of("notice.offerReminder", FLIGHT, "Lagos"),
                Instant.EPOCH,
                FLIGHT + "/offer/GBcoordinator",
                "4711",
                null,
                null);
        mailer.send(letter(List.of(Locale.ENGLISH), task));

        assertThat(text(only()))
                .contains("Open the task: https://flights.example.org/camunda/app/tasklist/default/#/?task=4711");
        assertThat(text(only()).split("https://", -1)).as("one link").hasSize(2);
    }

    @Test
    void whoever_chose_no_language_gets_both() throws Exception {
        mailer.send(letter(BOTH, notice(Sentence.of("notice.landed", FLIGHT, "LOS", "12:00"))));

        assertThat(only().getSubject()).isEqualTo("Flight JRO-2027-0001 / Vol JRO-2027-0001");
        assertThat(text(only()))
                .contains("Flight JRO-2027-0001 has landed at LOS. Answer the last call by 12:00 UTC")
                .contains("Ouvrir le vol");
    }

    @Test
    void nothing_that_somebody_typed_leaves_the_house_by_mail() throws Exception {
        mailer.send(letter(BOTH, notice(Sentence.of("notice.withdrawn", FLIGHT, "GB", "A. Person is ill"))));

        assertThat(text(only()))
                .contains("GB has withdrawn from flight JRO-2027-0001.")
                .doesNotContain("Person");
        assertThat(only().getSubject()).doesNotContain("Person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice.confidential.incident.raised", "notice.thatNobodyHasPutInOrder"})
    void what_is_confidential_or_not_put_in_order_is_not_quoted(String code) throws Exception {
        mailer.send(letter(List.of(Locale.ENGLISH), notice(Sentence.of(code, FLIGHT, "PERSON", "24"))));

        assertThat(text(only()))
                .contains("There is a notice for you on flight JRO-2027-0001.")
                .doesNotContain("PERSON")
                .doesNotContain("incident");
    }

    @Test
    void a_digest_holds_the_notices_by_flight_each_said_once_and_one_link() throws Exception {
        Notice offer = notice(Sentence.of("notice.offer", FLIGHT, "Lagos", "2027-03-28", "2027-03-20"));
        Notice other = new Notice(
                new OperationReference("JRO-2027-0002"),
                "GBcoordinator",
                Sentence.of("notice.givenUp", "JRO-2027-0002"),
                Instant.EPOCH,
                "b",
                null);
        Notice reminder = notice(Sentence.of("notice.offerReminder", FLIGHT, "Lagos"));
        mailer.send(new Letter(
                new Mail("two", "anna", LocalDate.of(2027, 3, 1), 0),
                "a@example.org",
                List.of(Locale.ENGLISH),
                List.of(offer, other, reminder, reminder)));

        assertThat(only().getSubject()).isEqualTo("Notices of 2027-03-01");
        assertThat(text(only()))
                .containsSubsequence(
                        "Flight JRO-2027-0001\n- Seats are offered",
                        "- Your answer to the offer",
                        "Flight JRO-2027-0002\n- Flight JRO-2027-0002 has been given up",
                        "https://flights.example.org/notices")
                .doesNotContain("Lagos");
        assertThat(text(only()).split("Your answer to the offer", -1)).hasSize(2);
        assertThat(text(only()).split("https://", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: evil@example.org",
                "a@example.org\nSubject: x",
                "a@example.org, evil@example.org"
            })
    void an_address_with_more_in_it_than_one_address_is_sent_to_nobody(String address) {
        assertThat(failure(address)).isEqualTo(Failure.ADDRESS);
        assertThat(server.asked()).isZero();
    }

    @Test
    void what_was_typed_reaches_no_header() throws Exception {
        mailer.send(letter(
                BOTH,
                notice(Sentence.of("notice.landed", FLIGHT, "LOS\r\nBcc: evil@example.org\r\n\r\n<b>", "12:00"))));

        assertThat(Collections.list(only().getAllHeaderLines()))
                .noneMatch(header -> header.contains("evil"))
                .noneMatch(header -> header.startsWith("Bcc"));
        assertThat(only().getContentType()).startsWith("text/plain");
    }

    @Test
    void what_an_administrator_did_is_told_by_mail_without_what_or_whom() throws Exception {
        mailer.send(letter(
                BOTH,
                new Notice(
                        null,
                        "auditor",
                        Sentence.of("people.administration.told", "A. Person", "admin", "x"),
                        Instant.EPOCH,
                        "administration/1/auditor",
                        null)));

        assertThat(only().getSubject()).isEqualTo("Administration / Administration");
        assertThat(text(only()))
                .contains("An administrator has done something", "Un administrateur a fait quelque chose")
                .contains("https://flights.example.org/administration")
                .doesNotContain("Person");
    }

    @Test
    void each_answer_of_the_server_is_known_for_what_it_is() {
        server.knowsNot("gone@example.org");
        server.isFull("full@example.org", true);

        assertThat(failure("gone@example.org")).isEqualTo(Failure.ADDRESS);
        assertThat(failure("full@example.org")).isEqualTo(Failure.REFUSED);
        server.is(Mood.REFUSES);
        assertThat(failure("a@example.org")).isEqualTo(Failure.REFUSED);
        server.is(Mood.HANGS);
        assertThat(failure("a@example.org")).isEqualTo(Failure.NO_ANSWER);
        server.close();
        assertThat(failure("a@example.org")).isEqualTo(Failure.NO_ANSWER);
        assertThat(server.taken()).isEmpty();
    }

    private Failure failure(String address) {
        Letter letter = new Letter(
                new Mail("one", "anna", null, 0),
                address,
                BOTH,
                List.of(notice(Sentence.of("notice.givenUp", FLIGHT))));
        return catchThrowableOfType(Mailer.NotSent.class, () -> mailer.send(letter))
                .failure();
    }

    private static Letter letter(List<Locale> languages, Notice notice) {
        return new Letter(new Mail("one", "anna", null, 0), "a@example.org", languages, List.of(notice));
    }

    private static Notice notice(Sentence text) {
        return new Notice(
                new OperationReference(FLIGHT),
                "GBcoordinator",
                text,
                Instant.EPOCH,
                FLIGHT + "/offer/GBcoordinator",
                null);
    }

    private MimeMessage only() {
        assertThat(server.taken()).hasSize(1);
        return server.taken().get(0);
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }
}
