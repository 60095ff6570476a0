package org.jointflights.application.webhook;

import java.time.Instant;
import org.jointflights.domain.Party;
import org.jointflights.domain.webhook.WebhookAddress;

/**
 * An address of a party to which is sent what happens.
 *
 * @param secret with which what is sent is signed
 * @param madeBy who has entered it
 * @param seen how far along the trail's chain it has been told
 */
public record Webhook(
        long id, Party party, WebhookAddress address, String secret, String madeBy, Instant madeAt, long seen) {

    /** Without the secret, which a log would show. */
    @Override
    public String toString() {
        return "webhook-" + id;
    }
}
