package org.jointflights.application.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.domain.notice.MailChoice;
import org.jointflights.domain.notice.MailManner;
import org.jointflights.domain.notice.NoticeKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes mails of what was told to groups: to each member as that person chose, and of what is about safety at once. */
@Component
class WriteMails {

    private static final Logger LOG = LoggerFactory.getLogger(WriteMails.class);
    private static final int BATCH = 500;

    private final Outbox outbox;
    private final Mails mails;
    private final MailChoices choices;
    private final People people;
    private final TransactionOperations transaction;
    private final Clock clock;

    WriteMails(
            Outbox outbox,
            Mails mails,
            MailChoices choices,
            People people,
            TransactionOperations transaction,
            Clock clock) {
        this.outbox = outbox;
        this.mails = mails;
        this.choices = choices;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Spreads every notice that is not spread yet, each by itself: a crash undoes one and loses none. */
    void write() {
        Map<String, List<Person>> members = new HashMap<>();
        List<Notice> batch;
        int spread;
        do {
            batch = outbox.unspread(BATCH);
            spread = 0;
            for (Notice notice : batch) {
                List<Person> told = members.computeIfAbsent(notice.recipient(), people::actingMembersOf);
                if (isSpread(notice, told)) {
                    spread++;
                }
            }
        } while (spread > 0);
    }

    private boolean isSpread(Notice notice, List<Person> told) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean ours = outbox.spread(notice, clock.instant());
                if (ours) {
                    told.stream()
                            .filter(WriteMails::hasAddress)
                            .filter(person -> !person.id().equals(notice.author()))
                            .forEach(person -> write(notice, person.id()));
                }
                return ours;
            }));
        } catch (DataIntegrityViolationException atOnce) {
            LOG.debug(
                    "Another node writes a mail of the same occasion at this moment; the next round looks again.",
                    atOnce);
            return false;
        }
    }

    private void write(Notice notice, String person) {
        MailChoice choice = choices.of(person).orElse(MailChoice.UNSAID);
        MailManner manner = NoticeKind.isSafety(notice.text().code()) ? MailManner.AT_ONCE : choice.manner();
        Instant now = clock.instant();
        switch (manner) {
            case AT_ONCE -> mails.put(notice, Mail.atOnce(notice, person), now);
            case DIGEST -> {
                LocalDate day = choice.nextDigest(now);
                while (!mails.put(notice, Mail.digest(day, person), choice.digestOn(day))) {
                    day = day.plusDays(1);
                }
            }
            case PAGE -> {}
        }
    }

    private static boolean hasAddress(Person person) {
        return person.mail() != null && !person.mail().isBlank();
    }
}
