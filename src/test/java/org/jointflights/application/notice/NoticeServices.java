package org.jointflights.application.notice;

import java.time.Clock;

/** Makes the services that write notices. */
public final class NoticeServices {

    private NoticeServices() {}

    public static WriteNotices writing(Outbox outbox, Clock clock) {
        return new WriteNotices(outbox, clock);
    }

    public static SendNotices sending(Outbox outbox, MailAddresses addresses, Clock clock) {
        return new SendNotices(outbox, addresses, clock);
    }

    public static SendReminders reminding(WriteNotices notices) {
        return new SendReminders(notices);
    }
}
