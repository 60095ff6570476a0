package org.jointflights.web.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.notice.Mailer;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mails to a server by SMTP. */
final class SmtpMailer implements Mailer {

    private final JavaMailSender server;
    private final String from;
    private final MailWording wording;

    /** {@code address} is where people reach the application, without a slash at the end. */
    SmtpMailer(JavaMailSender server, String from, String address) {
        this.server = server;
        this.from = from;
        this.wording = new MailWording(address);
    }

    @Override
    public void send(Letter letter) throws NotSent {
        InternetAddress to = address(letter.address());
        try {
            MimeMessage mail = server.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to);
            parts.setSubject(inEach(letter.languages(), " / ", language -> wording.subject(letter, language)));
            parts.setText(inEach(letter.languages(), "\n\n---\n\n", language -> wording.text(letter, language)));
            // The same mail has the same id, so that a repeated one is known for what it is.
            mail.setHeader("Message-ID", "<" + letter.mail().id() + "@jointflights>");
            server.send(mail);
        } catch (MessagingException | MailException refused) {
            throw new NotSent(SmtpAnswers.failure(refused), refused);
        }
    }

    /** Of one person alone; nothing after a comma or a line break is taken along. */
    private static InternetAddress address(String text) throws NotSent {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException none) {
            throw new NotSent(Failure.ADDRESS, none);
        }
    }

    private static String inEach(List<Locale> languages, String between, Function<Locale, String> words) {
        return languages.stream().map(words).collect(Collectors.joining(between));
    }
}
