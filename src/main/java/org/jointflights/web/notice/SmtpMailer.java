package org.jointflights.web.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.notice.Mailer;
import org.jointflights.application.notice.Notice;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Writes a notice as a mail in both languages, since a group has no language of its own. */
final class SmtpMailer implements Mailer {

    /** Made of references, dates and counts alone. All others hold what somebody typed, and mail could carry a name out. */
    private static final Set<String> WITHOUT_FREE_TEXT = Set.of(
            "notice.offer",
            "notice.offerReminder",
            "notice.adviceAsked",
            "notice.adviceGiven",
            "notice.replyBySetAnew",
            "notice.givenUp",
            "notice.restraintDue",
            "notice.restraintOverdue");

    private final JavaMailSender server;
    private final String from;
    private final String address;

    /** {@code address} is where people reach the application, without a slash at the end. */
    SmtpMailer(JavaMailSender server, String from, String address) {
        this.server = server;
        this.from = from;
        this.address = address;
    }

    @Override
    public void send(Notice notice, List<String> addresses) throws NotSent {
        try {
            MimeMessage mail = server.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(addresses.toArray(String[]::new));
            parts.setSubject(Stream.of(Locale.ENGLISH, Locale.FRENCH)
                    .map(language -> subject(notice).in(language))
                    .collect(Collectors.joining(" / ")));
            parts.setText(Stream.of(Locale.ENGLISH, Locale.FRENCH)
                    .map(language -> text(notice, language))
                    .collect(Collectors.joining("\n\n---\n\n")));
            // The same notice has the same id, so that a repeated mail is known for what it is.
            UUID id = UUID.nameUUIDFromBytes(notice.once().getBytes(StandardCharsets.UTF_8));
            mail.setHeader("Message-ID", "<" + id + "@jointflights>");
            server.send(mail);
        } catch (MessagingException | MailException refused) {
            throw new NotSent(refused);
        }
    }

    private static Sentence subject(Notice notice) {
        OperationReference flight = notice.reference();
        return flight == null
                ? Sentence.of("overview.mail.administration.subject")
                : Sentence.of("overview.mail.subject", flight);
    }

    private String text(Notice notice, Locale language) {
        OperationReference flight = notice.reference();
        if (flight == null) {
            return Sentence.of("overview.mail.administration.text", address + "/administration", notice.recipient())
                    .in(language);
        }
        Sentence said = WITHOUT_FREE_TEXT.contains(notice.text().code())
                ? notice.text()
                : Sentence.of("overview.mail.news", flight);
        return Sentence.of("overview.mail.text", said, address + "/flights/" + flight, notice.recipient())
                .in(language);
    }
}
