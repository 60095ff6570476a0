package org.jointflights.application.notice;

import java.time.Clock;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the services that write notices. */
public final class NoticeServices {

    private NoticeServices() {}

    public static WriteNotices writing(Outbox outbox, Clock clock) {
        return new WriteNotices(outbox, clock);
    }

    /** Without transactions. */
    public static SendNotices sending(Outbox outbox, Mails mails, MailChoices choices, People people, Clock clock) {
        return sending(outbox, mails, choices, people, TransactionOperations.withoutTransaction(), clock);
    }

    public static SendNotices sending(
            Outbox outbox,
            Mails mails,
            MailChoices choices,
            People people,
            TransactionOperations transaction,
            Clock clock) {
        return new SendNotices(
                new WriteMails(outbox, mails, choices, people, transaction, clock), mails, choices, people, clock);
    }

    public static ChangeMailChoice choosing(MailChoices choices, CurrentUser actor) {
        return new ChangeMailChoice(choices, actor);
    }

    public static SendReminders reminding(WriteNotices notices) {
        return new SendReminders(notices);
    }
}
