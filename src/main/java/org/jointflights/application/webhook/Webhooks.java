package org.jointflights.application.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.notice.Failure;
import org.jointflights.domain.Party;

/** The webhooks of parties, and what is sent to them. */
public interface Webhooks {

    /** Keeps one, which gets its number here. */
    void add(Webhook webhook);

    /** Those that work, in the order in which they were made. */
    List<Webhook> all();

    /** Those of one party. */
    List<Webhook> of(Party party);

    /** Ends it, with all that waits for it; false if it is none of that party's, or is gone. */
    boolean end(long id, Party party);

    /** Says that it has been told until there; false if somebody else has told it meanwhile. */
    boolean saw(Webhook webhook, long until);

    /** Has something sent, at once. */
    void put(WebhookDelivery delivery);

    /** Those whose time has come, that longest waiting first. */
    List<WebhookDelivery> due(Instant now, int most);

    /** Counts an attempt and keeps it from being due until then; false if somebody else has taken it meanwhile. */
    boolean take(WebhookDelivery delivery, Instant now, Instant until);

    /** Its receiver has taken it. */
    void sent(WebhookDelivery delivery, Instant at);

    /** Not taken, and tried again then. */
    void postpone(WebhookDelivery delivery, Failure why, Instant until);

    /** Not taken, and not tried again unless somebody has it sent again. */
    void giveUp(WebhookDelivery delivery, Failure why, Instant at);

    /** The newest of one webhook. */
    List<WebhookDelivery> newest(long webhook, int most);

    /** One of a webhook of that party. */
    Optional<WebhookDelivery> find(String id, Party party);

    /** Has it sent again from the beginning, whether it was taken, given up or neither. */
    void again(String id, Instant now);
}
