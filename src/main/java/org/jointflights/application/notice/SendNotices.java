package org.jointflights.application.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what lies in the outbox. A notice is first taken and last marked as sent, each by itself: after a crash between
 * the two it is sent once more, under the same message id, rather than never.
 */
@Component
public class SendNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final MailAddresses addresses;
    private final Clock clock;

    SendNotices(Outbox outbox, MailAddresses addresses, Clock clock) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Sends every notice whose time has come and whose group has an address. */
    public void deliver(Mailer mailer) {
        for (Notice notice : outbox.due(clock.instant())) {
            List<String> to = addresses.of(notice.recipient());
            Instant now = clock.instant();
            if (!to.isEmpty() && outbox.take(notice, now, now.plus(RETRY_AFTER))) {
                deliver(notice, to, mailer);
            }
        }
    }

    private void deliver(Notice notice, List<String> to, Mailer mailer) {
        try {
            mailer.send(notice, to);
        } catch (Mailer.NotSent refused) {
            LOG.warn("The notice {} was not sent and is tried again later", notice.once(), refused);
            return;
        }
        outbox.sent(notice, clock.instant());
    }
}
