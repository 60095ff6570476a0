package org.jointflights.web.notice;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jointflights.application.notice.Mail;
import org.jointflights.application.notice.Mailer;
import org.jointflights.application.notice.Mailer.Letter;
import org.jointflights.application.notice.Notice;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Makes mailers that talk to a server on this machine. */
public final class SmtpMailers {

    private SmtpMailers() {}

    /** One that waits that long for an answer. */
    public static Mailer to(int port, Duration patience) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        Properties limits = sender.getJavaMailProperties();
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            limits.setProperty("mail.smtp." + limit, String.valueOf(patience.toMillis()));
        }
        return new SmtpMailer(sender, "from@example.org", "https://flights.example.org");
    }

    /** All that a mail about that notice says, in both languages: alone and in a digest. */
    public static String words(Notice notice) {
        MailWording wording = new MailWording("https://flights.example.org");
        StringBuilder words = new StringBuilder();
        for (LocalDate day : new LocalDate[] {null, LocalDate.of(2027, 3, 1)}) {
            Letter letter = new Letter(
                    new Mail("one", "anna", day, 0), "a@example.org", List.of(Locale.ENGLISH), List.of(notice));
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                words.append(wording.subject(letter, language)).append('\n');
                words.append(wording.text(letter, language)).append('\n');
            }
        }
        return words.toString();
    }
}
