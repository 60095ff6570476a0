package org.jointflights.persistence.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.webhook.Webhook;
import org.jointflights.application.webhook.WebhookDelivery;
import org.jointflights.application.webhook.Webhooks;
import org.jointflights.domain.Party;
import org.jointflights.domain.webhook.WebhookAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcWebhooks implements Webhooks {

    private final JdbcClient jdbc;

    JdbcWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Webhook webhook) {
        jdbc.sql("insert into webhook (party, address, secret, made_by, made_at, seen) values (?, ?, ?, ?, ?, ?)")
                .params(
                        webhook.party().code(),
                        webhook.address().toString(),
                        webhook.secret(),
                        webhook.madeBy(),
                        Timestamp.from(webhook.madeAt()),
                        webhook.seen())
                .update();
    }

    @Override
    public List<Webhook> all() {
        return jdbc.sql("select * from webhook order by id")
                .query(JdbcWebhooks::webhook)
                .list();
    }

    @Override
    public List<Webhook> of(Party party) {
        return jdbc.sql("select * from webhook where party = ? order by id")
                .param(party.code())
                .query(JdbcWebhooks::webhook)
                .list();
    }

    @Override
    @Transactional
    public boolean end(long id, Party party) {
        jdbc.sql("delete from webhook_delivery where webhook in (select id from webhook where id = ? and party = ?)")
                .params(id, party.code())
                .update();
        return jdbc.sql("delete from webhook where id = ? and party = ?")
                        .params(id, party.code())
                        .update()
                == 1;
    }

    @Override
    public boolean saw(Webhook webhook, long until) {
        return jdbc.sql("update webhook set seen = ? where id = ? and seen = ?")
                        .params(until, webhook.id(), webhook.seen())
                        .update()
                == 1;
    }

    @Override
    public void put(WebhookDelivery delivery) {
        jdbc.sql("""
                        insert into webhook_delivery (id, webhook, event, body, created, next_try, attempts)
                        values (?, ?, ?, ?, ?, ?, 0)
                        """)
                .params(
                        delivery.id(),
                        delivery.webhook(),
                        delivery.event(),
                        delivery.body(),
                        Timestamp.from(delivery.created()),
                        Timestamp.from(delivery.created()))
                .update();
    }

    @Override
    public List<WebhookDelivery> due(Instant now, int most) {
        return jdbc.sql("select * from webhook_delivery where next_try <= ? order by next_try, id limit ?")
                .params(Timestamp.from(now), most)
                .query(JdbcWebhooks::delivery)
                .list();
    }

    @Override
    public boolean take(WebhookDelivery delivery, Instant now, Instant until) {
        return jdbc.sql(
                                "update webhook_delivery set next_try = ?, attempts = attempts + 1 where id = ? and next_try <= ?")
                        .params(Timestamp.from(until), delivery.id(), Timestamp.from(now))
                        .update()
                == 1;
    }

    @Override
    public void sent(WebhookDelivery delivery, Instant at) {
        jdbc.sql("update webhook_delivery set sent = ?, next_try = null, failure = null where id = ?")
                .params(Timestamp.from(at), delivery.id())
                .update();
    }

    @Override
    public void postpone(WebhookDelivery delivery, Failure why, Instant until) {
        jdbc.sql("update webhook_delivery set failure = ?, next_try = ? where id = ?")
                .params(why.name(), Timestamp.from(until), delivery.id())
                .update();
    }

    @Override
    public void giveUp(WebhookDelivery delivery, Failure why, Instant at) {
        jdbc.sql("update webhook_delivery set failure = ?, given_up = ?, next_try = null where id = ?")
                .params(why.name(), Timestamp.from(at), delivery.id())
                .update();
    }

    @Override
    public List<WebhookDelivery> newest(long webhook, int most) {
        return jdbc.sql("select * from webhook_delivery where webhook = ? order by created desc, id limit ?")
                .params(webhook, most)
                .query(JdbcWebhooks::delivery)
                .list();
    }

    @Override
    public Optional<WebhookDelivery> find(String id, Party party) {
        return jdbc.sql(
                        "select d.* from webhook_delivery d join webhook w on w.id = d.webhook where d.id = ? and w.party = ?")
                .params(id, party.code())
                .query(JdbcWebhooks::delivery)
                .optional();
    }

    @Override
    public void again(String id, Instant now) {
        jdbc.sql("""
                        update webhook_delivery set sent = null, given_up = null, failure = null, attempts = 0, next_try = ?
                        where id = ?
                        """).params(Timestamp.from(now), id).update();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                new Party(row.getString("party")),
                WebhookAddress.named(row.getString("address")),
                row.getString("secret"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getLong("seen"));
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        String failure = row.getString("failure");
        return new WebhookDelivery(
                row.getString("id"),
                row.getLong("webhook"),
                row.getString("event"),
                row.getString("body"),
                row.getTimestamp("created").toInstant(),
                row.getInt("attempts"),
                instant(row.getTimestamp("sent")),
                instant(row.getTimestamp("given_up")),
                failure == null ? null : Failure.valueOf(failure));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
