package org.jointflights.application.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.domain.notice.BackOff;
import org.jointflights.domain.notice.MailChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what people are to be told by mail. A mail is first taken and last marked as sent, each by itself: after a crash between
 * the two it is sent once more, under the same message id, rather than never.
 */
@Component
public class SendNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);

    /** Longer than any mail may take; whoever took it is dead by then. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(10);

    private static final int BATCH = 200;

    /** After so many without an answer the rest of the mails are left for the next round: each would wait as long. */
    private static final int SILENCE = 3;

    private final WriteMails writing;
    private final Mails mails;
    private final MailChoices choices;
    private final People people;
    private final Clock clock;

    SendNotices(WriteMails writing, Mails mails, MailChoices choices, People people, Clock clock) {
        this.writing = writing;
        this.mails = mails;
        this.choices = choices;
        this.people = people;
        this.clock = clock;
    }

    /** Writes the mails that are due to be written, and sends every one whose time has come. */
    public void deliver(Mailer mailer) {
        writing.write();
        int silent = 0;
        List<Mail> batch = mails.due(clock.instant(), BATCH);
        while (!batch.isEmpty()) {
            for (Mail mail : batch) {
                Instant now = clock.instant();
                if (mails.take(mail, now, now.plus(TAKEN_FOR))) {
                    silent = isWithoutAnswer(mail, mailer) ? silent + 1 : 0;
                }
                if (silent == SILENCE) {
                    return;
                }
            }
            batch = mails.due(clock.instant(), BATCH);
        }
    }

    private boolean isWithoutAnswer(Mail mail, Mailer mailer) {
        Optional<Mailer.Letter> letter = letter(mail);
        if (letter.isEmpty()) {
            mails.giveUp(mail, Failure.NOBODY, clock.instant());
            return false;
        }
        try {
            mailer.send(letter.get());
        } catch (Mailer.NotSent refused) {
            LOG.warn("The mail {} was not sent: {}", mail.id(), refused.failure());
            LOG.debug("The mail {} was not sent", mail.id(), refused);
            putOff(mail, refused.failure());
            return refused.failure() == Failure.NO_ANSWER;
        }
        mails.sent(mail, clock.instant());
        return false;
    }

    private void putOff(Mail mail, Failure failure) {
        int attempts = mail.attempts() + 1;
        Instant now = clock.instant();
        if (failure == Failure.ADDRESS || BackOff.isOver(attempts)) {
            mails.giveUp(mail, failure, now);
        } else {
            mails.postpone(mail, failure, now.plus(BackOff.after(attempts)));
        }
    }

    /** Nothing where nobody is to be told any more: the person has left, or has left the groups that were told. */
    private Optional<Mailer.Letter> letter(Mail mail) {
        Person person = people.find(mail.person()).orElse(null);
        String address = person == null ? null : person.mail();
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        List<Notice> notices = mails.noticesIn(mail).stream()
                .filter(notice -> people.actingMembersOf(notice.recipient()).contains(person))
                .toList();
        if (notices.isEmpty()) {
            return Optional.empty();
        }
        MailChoice choice = choices.of(mail.person()).orElse(MailChoice.UNSAID);
        return Optional.of(new Mailer.Letter(mail, address, choice.languages(), notices));
    }
}
