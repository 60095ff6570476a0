package org.jointflights.application.webhook;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.application.people.token.TokenSecret;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.webhook.WebhookAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coordinators of a party say where what happens on its flights is sent. */
@Service
@Transactional
public class ManageWebhooks {

    /** So many of one party work at once. */
    static final int MOST = 5;

    private static final int SHOWN = 50;
    private static final String PREFIX = "jw_";

    private final Webhooks webhooks;
    private final ChainedEntries trail;
    private final CurrentUser actor;
    private final LogAdministration log;
    private final Clock clock;

    ManageWebhooks(Webhooks webhooks, ChainedEntries trail, CurrentUser actor, LogAdministration log, Clock clock) {
        this.webhooks = webhooks;
        this.trail = trail;
        this.actor = actor;
        this.log = log;
        this.clock = clock;
    }

    /** The secret of a new one, which is told this once. It is told what happens from now on. */
    public String make(String address, Poster poster) {
        Party party = party();
        WebhookAddress where = WebhookAddress.named(address.strip());
        poster.requireOutside(where);
        if (webhooks.of(party).size() >= MOST) {
            throw Conflict.of("webhook.tooMany", MOST);
        }
        String secret = TokenSecret.make(PREFIX);
        webhooks.add(new Webhook(0, party, where, secret, actor.id(), clock.instant(), trail.last()));
        log.record("people.webhook.made", party, where.host());
        return secret;
    }

    /** Those of the reader's party, each with the newest of what was sent to it. */
    @Transactional(readOnly = true)
    public Map<Webhook, List<WebhookDelivery>> own() {
        Map<Webhook, List<WebhookDelivery>> own = new LinkedHashMap<>();
        webhooks.of(party()).forEach(webhook -> own.put(webhook, webhooks.newest(webhook.id(), SHOWN)));
        return own;
    }

    /** Ends one; what waits for it is not sent. */
    public void end(long id) {
        Party party = party();
        if (!webhooks.end(id, party)) {
            throw Unknown.of("webhook.unknown");
        }
        log.record("people.webhook.ended", party);
    }

    /** Has something sent once more. */
    public void again(String delivery) {
        WebhookDelivery one = webhooks.find(delivery, party()).orElseThrow(() -> Unknown.of("webhook.unknown"));
        webhooks.again(one.id(), clock.instant());
    }

    private Party party() {
        Party party = Viewer.onlyPartyOf(actor.groups());
        if (party == null || !actor.isIn(Role.COORDINATOR.groupOf(party))) {
            throw NotYours.of("webhook.notYours");
        }
        return party;
    }
}
