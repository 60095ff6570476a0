package org.jointflights.web.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jointflights.application.notice.Mailer;
import org.jointflights.application.notice.Notice;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

class SmtpMailerTest {

    private final JavaMailSender server = mock(JavaMailSender.class);
    private final MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    private final SmtpMailer mailer = new SmtpMailer(server, "from@example.org", "https://flights.example.org");

    SmtpMailerTest() {
        when(server.createMimeMessage()).thenReturn(mail);
    }

    @Test
    void a_mail_says_it_in_both_languages_with_a_link_and_one_id_per_notice() throws Exception {
        mailer.send(notice(Sentence.of("notice.offerReminder", "JRO-2027-0001", "Nigeria")), List.of("a@example.org"));

        verify(server).send(mail);
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("a@example.org");
        assertThat(mail.getContent().toString())
                .contains("Your answer to the offer of flight JRO-2027-0001 to Nigeria is due")
                .contains("Ouvrir le vol")
                .contains("https://flights.example.org/flights/JRO-2027-0001");
        assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@jointflights>");
    }

    @Test
    void nothing_that_somebody_typed_leaves_the_house_by_mail() throws Exception {
        mailer.send(
                notice(Sentence.of("notice.withdrawn", "JRO-2027-0001", "GB", "A. Person is ill")),
                List.of("a@example.org"));

        assertThat(mail.getContent().toString())
                .contains("There is a notice for you on flight JRO-2027-0001.")
                .doesNotContain("Person");
        assertThat(mail.getSubject()).doesNotContain("Person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: evil@example.org",
                "a@example.org\nSubject: x",
                "a@example.org, evil@example.org"
            })
    void an_address_with_more_in_it_than_one_address_is_sent_to_nobody(String address) {
        assertThatThrownBy(() -> mailer.send(notice(Sentence.of("notice.givenUp", "x")), List.of(address)))
                .isInstanceOf(Mailer.NotSent.class);
        verify(server, never()).send(any(MimeMessage.class));
    }

    @Test
    void what_was_typed_reaches_no_header() throws Exception {
        mailer.send(
                notice(Sentence.of(
                        "notice.offer", "JRO-2027-0001", "Nigeria\r\nBcc: evil@example.org\r\n\r\n<b>", "x")),
                List.of("a@example.org"));
        mail.saveChanges();

        assertThat(Collections.list(mail.getAllHeaderLines()))
                .noneMatch(header -> header.contains("evil"))
                .noneMatch(header -> header.startsWith("Bcc"));
        assertThat(mail.getSubject()).contains("JRO-2027-0001").doesNotContain("\r", "\n");
        assertThat(mail.getContentType()).startsWith("text/plain");
    }

    @Test
    void what_an_administrator_did_is_told_by_mail_without_what_or_whom() throws Exception {
        Notice notice = new Notice(
                null,
                "auditor",
                Sentence.of("people.administration.told", "A. Person", "admin", "x"),
                Instant.EPOCH,
                "administration/1/auditor",
                null);

        mailer.send(notice, List.of("a@example.org"));

        assertThat(mail.getSubject()).isEqualTo("Administration / Administration");
        assertThat(mail.getContent().toString())
                .contains("An administrator has done something", "Un administrateur a fait quelque chose")
                .contains("https://flights.example.org/administration")
                .doesNotContain("Person");
    }

    @Test
    void a_server_that_refuses_is_no_failure_of_ours() {
        doThrow(new MailSendException("full")).when(server).send(any(MimeMessage.class));

        assertThatThrownBy(() -> mailer.send(notice(Sentence.of("notice.givenUp", "x")), List.of("a@example.org")))
                .isInstanceOf(Mailer.NotSent.class);
    }

    private static Notice notice(Sentence text) {
        OperationReference flight = new OperationReference("JRO-2027-0001");
        return new Notice(flight, "GBcoordinator", text, Instant.EPOCH, "JRO-2027-0001/offer/GBcoordinator", null);
    }
}
