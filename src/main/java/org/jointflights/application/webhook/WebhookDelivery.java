package org.jointflights.application.webhook;

import java.time.Instant;
import org.jointflights.application.notice.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a webhook of one event.
 *
 * @param id made of the webhook and the event: sent a second time, it is known for the same
 * @param event what happened, as the trail calls it
 * @param failure why the last attempt failed
 */
public record WebhookDelivery(
        String id,
        long webhook,
        String event,
        String body,
        Instant created,
        int attempts,
        @Nullable Instant sent,
        @Nullable Instant givenUp,
        @Nullable Failure failure) {}
