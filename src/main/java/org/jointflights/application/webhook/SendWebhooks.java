package org.jointflights.application.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.application.notice.Failure;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.notice.BackOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due. As with mail it is first taken and last marked as sent: after a crash it comes twice, with the same id. */
@Component
public class SendWebhooks {

    private static final Logger LOG = LoggerFactory.getLogger(SendWebhooks.class);
    private static final Duration TAKEN_FOR = Duration.ofMinutes(10);
    private static final int BATCH = 100;

    private final WriteWebhookNews writing;
    private final Webhooks webhooks;
    private final Clock clock;

    SendWebhooks(WriteWebhookNews writing, Webhooks webhooks, Clock clock) {
        this.writing = writing;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Writes what there is to send, and tries each that is due once. */
    public void deliver(Poster poster) {
        writing.write();
        Map<Long, Webhook> known = webhooks.all().stream().collect(Collectors.toMap(Webhook::id, Function.identity()));
        List<WebhookDelivery> batch = webhooks.due(clock.instant(), BATCH);
        for (WebhookDelivery delivery : batch) {
            Webhook webhook = known.get(delivery.webhook());
            Instant now = clock.instant();
            if (webhook != null && webhooks.take(delivery, now, now.plus(TAKEN_FOR))) {
                send(webhook, delivery, poster);
            }
        }
    }

    private void send(Webhook webhook, WebhookDelivery delivery, Poster poster) {
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = Map.of(
                "Content-Type", "application/json",
                "Joint-Flights-Delivery", delivery.id(),
                "Joint-Flights-Event", delivery.event(),
                "Joint-Flights-Timestamp", Long.toString(timestamp),
                "Joint-Flights-Signature", "v1=" + WebhookSignature.of(webhook.secret(), timestamp, delivery.body()));
        try {
            poster.requireOutside(webhook.address());
            poster.post(webhook.address(), headers, delivery.body());
        } catch (Poster.NotTaken refused) {
            LOG.warn("What was sent to {} was not taken: {}", webhook, refused.failure());
            LOG.debug("What was sent to {} was not taken", webhook, refused);
            putOff(delivery, refused.failure());
            return;
        } catch (BadInput inside) {
            LOG.warn("Nothing is sent to {}, whose address leads inside or nowhere", webhook);
            putOff(delivery, Failure.NO_ANSWER);
            return;
        }
        webhooks.sent(delivery, clock.instant());
    }

    private void putOff(WebhookDelivery delivery, Failure failure) {
        int attempts = delivery.attempts() + 1;
        Instant now = clock.instant();
        if (BackOff.isOver(attempts)) {
            webhooks.giveUp(delivery, failure, now);
        } else {
            webhooks.postpone(delivery, failure, now.plus(BackOff.after(attempts)));
        }
    }
}
