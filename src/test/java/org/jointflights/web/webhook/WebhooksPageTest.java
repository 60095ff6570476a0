package org.jointflights.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.webhook.ManageWebhooks;
import org.jointflights.application.webhook.Poster;
import org.jointflights.application.webhook.SendWebhooks;
import org.jointflights.application.webhook.WebhookSignature;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.notice.BackOff;
import org.jointflights.domain.webhook.WebhookAddress;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.web.overview.SomeFlights;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What happens on flights, sent to the parties that may know of it: signed, once, again when it was refused, and on demand. */
@ProcessTest
class WebhooksPageTest {

    private static final Pattern EVENT = Pattern.compile("\"event\":\"([^\"]+)\"");

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    ManageWebhooks webhooks;

    @Autowired
    SendWebhooks sending;

    @Autowired
    JdbcClient database;

    private final Receiver receiver = new Receiver();

    /** Takes what is sent, or refuses it. */
    private static final class Receiver implements Poster {

        record Sent(WebhookAddress address, Map<String, String> headers, String body) {}

        private final List<Sent> sent = new ArrayList<>();
        private @Nullable Failure failing;

        @Override
        public void requireOutside(WebhookAddress address) {
            if (address.host().startsWith("inside")) {
                throw BadInput.of("webhookAddress", address.toString(), "webhook.address.own");
            }
        }

        @Override
        public void post(WebhookAddress address, Map<String, String> headers, String body) throws NotTaken {
            sent.add(new Sent(address, headers, body));
            if (failing != null) {
                throw new NotTaken(failing, new java.io.IOException("as the test wants"));
            }
        }

        List<String> eventsAt(String host) {
            return sent.stream()
                    .filter(one -> one.address().host().startsWith(host))
                    .map(one -> {
                        Matcher event = EVENT.matcher(one.body());
                        assertThat(event.find()).isTrue();
                        return event.group(1);
                    })
                    .toList();
        }
    }

    @BeforeEach
    void nobody_is_told() {
        users.open();
        clean();
    }

    @AfterEach
    void clean() {
        database.sql("delete from webhook_delivery").update();
        database.sql("delete from webhook").update();
    }

    @Test
    void each_party_is_sent_what_it_may_know_signed_and_once_and_never_what_somebody_typed() {
        new SomeFlights(users).proposed();
        String secret = make("frcoordinator", "https://fr.ministry.fr/hook");
        make("gbcoordinator", "https://gb.ministry.fr/hook");
        make("secoordinator", "https://se.ministry.fr/hook");
        OperationReference flight = new SomeFlights(users).answered();

        sending.deliver(receiver);
        sending.deliver(receiver);

        assertThat(receiver.eventsAt("fr"))
                .contains("proposed", "offered", "declared")
                .doesNotHaveDuplicates();
        assertThat(receiver.eventsAt("gb")).contains("proposed", "offered", "declared");
        assertThat(receiver.eventsAt("gb").stream().filter("declared"::equals))
                .as("its own")
                .hasSize(1);
        assertThat(receiver.eventsAt("se")).as("never asked").isEmpty();
        String destination = database.sql("select destination from flight where reference = ?")
                .param(flight.value())
                .query(String.class)
                .single();
        for (Receiver.Sent one : receiver.sent) {
            assertThat(one.body()).contains(flight.value()).doesNotContain(destination, "Agreement", "coordinator");
            assertThat(one.headers()).containsKey("Joint-Flights-Delivery");
        }
        Receiver.Sent first = receiver.sent.stream()
                .filter(one -> one.address().host().startsWith("fr"))
                .findFirst()
                .orElseThrow();
        String timestamp = first.headers().get("Joint-Flights-Timestamp");
        assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        assertThat(first.headers().get("Joint-Flights-Signature"))
                .isEqualTo("v1=" + WebhookSignature.of(secret, Long.parseLong(timestamp), first.body()));
    }

    /** RFC 4231's way of computing it, with a vector that any other tool makes: printf '%s' '0.{}' | openssl dgst -sha256 -hmac key. */
    @Test
    void the_signature_is_what_other_tools_compute() {
        assertThat(WebhookSignature.of("key", 0, "{}"))
                .isEqualTo("7314351dd949aa7ec06f50fc2c96e618291447672c9b7f10b49d1ce46dad00b3");
    }

    @Test
    void what_is_refused_is_tried_again_with_longer_waits_given_up_in_the_end_and_sent_again_on_demand()
            throws Exception {
        make("frcoordinator", "https://fr.ministry.fr/hook");
        new SomeFlights(users).proposed();
        receiver.failing = Failure.REFUSED;
        sending.deliver(receiver);
        int events = receiver.sent.size();
        assertThat(events).isPositive();
        sending.deliver(receiver);
        assertThat(receiver.sent).as("not before its time").hasSize(events);
        clock.advance(BackOff.after(1));
        sending.deliver(receiver);
        assertThat(receiver.sent).hasSize(2 * events);
        for (int attempt = 3; attempt <= BackOff.ATTEMPTS; attempt++) {
            clock.advance(Duration.ofHours(5));
            sending.deliver(receiver);
        }
        clock.advance(Duration.ofDays(5));
        sending.deliver(receiver);
        assertThat(receiver.sent).hasSize(BackOff.ATTEMPTS * events);
        assertThat(page("frcoordinator", Locale.ENGLISH))
                .contains("given up after " + BackOff.ATTEMPTS + " attempts", "The receiver refused it.");
        assertThat(page("frcoordinator", Locale.FRENCH)).contains("abandonné après");

        receiver.failing = null;
        String delivery = database.sql("select id from webhook_delivery limit 1")
                .query(String.class)
                .single();
        assertThat(send(post("/webhooks/again").with(csrf()).param("delivery", delivery), "gbcoordinator")
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(post("/webhooks/again").with(csrf()).param("delivery", delivery), "frcoordinator")
                        .getStatus())
                .isEqualTo(200);
        receiver.sent.clear();
        sending.deliver(receiver);
        assertThat(receiver.sent)
                .singleElement()
                .matches(one -> one.headers().get("Joint-Flights-Delivery").equals(delivery));
        assertThat(page("frcoordinator", Locale.ENGLISH)).contains("taken at ");
    }

    @Test
    void whoever_is_not_a_coordinator_makes_none_and_an_address_inside_is_refused() throws Exception {
        assertThat(send(get("/webhooks"), "frfinance1").getStatus()).isEqualTo(403);
        refusal(NotYours.class, "webhook.notYours", () -> make("manager1", "https://a.ministry.fr/"));
        refusal(BadInput.class, "webhook.address.own", () -> make("frcoordinator", "https://inside.ministry.fr/"));
        refusal(BadInput.class, "webhook.address.shape", () -> make("frcoordinator", "http://a.ministry.fr/"));
        MockHttpServletResponse refused =
                send(post("/webhooks").with(csrf()).param("webhookAddress", "https://127.0.0.1/"), "frcoordinator");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("Address cannot be");
        for (int number = 0; number < 5; number++) {
            make("frcoordinator", "https://a.ministry.fr/" + number);
        }
        refusal(Conflict.class, "webhook.tooMany", () -> make("frcoordinator", "https://a.ministry.fr/6"));
    }

    @Test
    void an_ended_one_is_sent_nothing_and_the_secret_is_shown_once() throws Exception {
        String secret = make("frcoordinator", "https://fr.ministry.fr/hook");
        assertThat(secret).matches("jw_[A-Za-z0-9_-]{43}");
        assertThat(page("frcoordinator", Locale.ENGLISH))
                .contains("https://fr.ministry.fr/hook")
                .doesNotContain(secret);
        assertThat(page("gbcoordinator", Locale.ENGLISH)).doesNotContain("fr.ministry.fr");
        new SomeFlights(users).proposed();
        receiver.failing = Failure.NO_ANSWER;
        sending.deliver(receiver);
        String number =
                database.sql("select id from webhook").query(String.class).single();
        users.as("gbcoordinator")
                .does(() -> refusal(Unknown.class, "webhook.unknown", () -> webhooks.end(Long.parseLong(number))));
        assertThat(send(post("/webhooks/end").with(csrf()).param("webhook", number), "frcoordinator")
                        .getStatus())
                .isEqualTo(200);
        receiver.sent.clear();
        clock.advance(Duration.ofDays(1));

        sending.deliver(receiver);

        assertThat(receiver.sent).isEmpty();
    }

    private String make(String person, String address) {
        String[] secret = new String[1];
        users.as(person).does(() -> secret[0] = webhooks.make(address, receiver));
        return secret[0];
    }

    private String page(String person, Locale language) throws Exception {
        return send(get("/webhooks").locale(language), person).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String person) throws Exception {
        return web.perform(request.with(user(person))).andReturn().getResponse();
    }
}
