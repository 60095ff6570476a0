package org.jointflights.application.webhook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.Reader;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.webhook.ChainedEntries.Chained;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what is to be sent of what the trail tells: to each webhook what its party may know, in the order in which it was
 * committed, once. Facts alone: what filled the gaps of the trail's sentences, somebody may have typed.
 */
@Component
class WriteWebhookNews {

    private static final int BATCH = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final Webhooks webhooks;
    private final ChainedEntries trail;
    private final Flights flights;
    private final Participations participations;
    private final TransactionOperations transaction;
    private final Clock clock;

    WriteWebhookNews(
            Webhooks webhooks,
            ChainedEntries trail,
            Flights flights,
            Participations participations,
            TransactionOperations transaction,
            Clock clock) {
        this.webhooks = webhooks;
        this.trail = trail;
        this.flights = flights;
        this.participations = participations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each part by itself: a crash undoes one and loses none. */
    void write() {
        for (Webhook webhook : webhooks.all()) {
            Webhook told = webhook;
            List<Chained> news = trail.after(told.seen(), BATCH);
            while (!news.isEmpty() && isTold(told, news)) {
                long until = news.get(news.size() - 1).number();
                told = new Webhook(
                        told.id(), told.party(), told.address(), told.secret(), told.madeBy(), told.madeAt(), until);
                news = trail.after(until, BATCH);
            }
        }
    }

    private boolean isTold(Webhook webhook, List<Chained> news) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean ours = webhooks.saw(webhook, news.get(news.size() - 1).number());
            if (ours) {
                news.stream()
                        .filter(one -> mayKnow(webhook.party(), one.entry()))
                        .forEach(one -> webhooks.put(delivery(webhook, one)));
            }
            return ours;
        }));
    }

    /** As the flight's page tells it to somebody of the party to whom the accounts are not open. */
    private boolean mayKnow(Party party, TrailEntry entry) {
        OperationReference reference = entry.reference();
        Flight flight = flights.get(reference);
        List<Participation> parts = participations.of(reference);
        Set<Party> concerned = new HashSet<>(Set.of(flight.organiser()));
        parts.forEach(part -> concerned.add(part.party()));
        Viewer viewer = Viewer.of(Set.of(Role.COORDINATOR.groupOf(party)));
        Instant left = parts.stream()
                .filter(part -> part.party().equals(party) && part.status() == Participation.Status.WITHDRAWN)
                .map(Participation::since)
                .findFirst()
                .orElse(null);
        return viewer.sees(concerned)
                && entry.isFor(new Reader(viewer, false, flight.organiser().equals(party) ? null : left));
    }

    private WebhookDelivery delivery(Webhook webhook, Chained one) {
        String id = UUID.nameUUIDFromBytes((webhook.id() + "/" + one.number()).getBytes(StandardCharsets.UTF_8))
                .toString();
        TrailEntry entry = one.entry();
        String event = entry.event().code().substring(entry.event().code().indexOf('.') + 1);
        ObjectNode body = JSON.createObjectNode()
                .put("id", id)
                .put("event", event)
                .put("flight", entry.reference().value())
                .put("at", entry.at().toString());
        Party party = entry.party();
        if (party != null) {
            body.put("party", party.code());
        }
        return new WebhookDelivery(id, webhook.id(), event, body.toString(), clock.instant(), 0, null, null, null);
    }
}
