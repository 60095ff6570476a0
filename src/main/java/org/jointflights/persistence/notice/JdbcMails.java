package org.jointflights.persistence.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.notice.Mail;
import org.jointflights.application.notice.Mails;
import org.jointflights.application.notice.Notice;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMails implements Mails {

    private final JdbcClient jdbc;

    JdbcMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean put(Notice notice, Mail mail, Instant due) {
        jdbc.sql("""
                        insert into mail (id, person, digest_of, next_try, attempts)
                        select cast(? as varchar), cast(? as varchar), cast(? as date), cast(? as timestamp with time zone), 0
                        where not exists (select 1 from mail where id = ?)
                        """)
                .params(Nulls.list(mail.id(), mail.person(), mail.digestOf(), Timestamp.from(due), mail.id()))
                .update();
        if (mail.digestOf() != null && !isOpen(mail)) {
            return false;
        }
        jdbc.sql("""
                        insert into delivery (notice, person, mail)
                        select outbox.id, cast(:person as varchar), cast(:mail as varchar) from outbox
                        where once = :once and not exists
                            (select 1 from delivery where delivery.notice = outbox.id and delivery.person = :person)
                        """)
                .param("person", mail.person())
                .param("mail", mail.id())
                .param("once", notice.once())
                .update();
        return true;
    }

    /** Locks it until the transaction ends, so that nobody takes it before it holds what is put into it. */
    private boolean isOpen(Mail mail) {
        return jdbc.sql(
                                "update mail set attempts = 0 where id = ? and attempts = 0 and sent is null and given_up is null")
                        .param(mail.id())
                        .update()
                == 1;
    }

    @Override
    public List<Mail> due(Instant now, int most) {
        return jdbc.sql("select * from mail where next_try <= ? order by next_try, id limit ?")
                .params(Timestamp.from(now), most)
                .query(JdbcMails::mail)
                .list();
    }

    @Override
    public boolean take(Mail mail, Instant now, Instant until) {
        return jdbc.sql("update mail set next_try = ?, attempts = attempts + 1 where id = ? and next_try <= ?")
                        .params(Timestamp.from(until), mail.id(), Timestamp.from(now))
                        .update()
                == 1;
    }

    @Override
    public List<Notice> noticesIn(Mail mail) {
        return jdbc.sql("""
                        select outbox.* from outbox join delivery on delivery.notice = outbox.id
                        where delivery.mail = ? order by outbox.id
                        """).param(mail.id()).query(JdbcOutbox::notice).list();
    }

    @Override
    @Transactional
    public void sent(Mail mail, Instant at) {
        jdbc.sql("update mail set sent = ?, next_try = null where id = ?")
                .params(Timestamp.from(at), mail.id())
                .update();
        jdbc.sql("""
                        update outbox set sent = ? where sent is null
                            and id in (select notice from delivery where mail = ?)
                        """).params(Timestamp.from(at), mail.id()).update();
    }

    @Override
    public void postpone(Mail mail, Failure why, Instant until) {
        jdbc.sql("update mail set failure = ?, next_try = ? where id = ? and sent is null")
                .params(why.name(), Timestamp.from(until), mail.id())
                .update();
    }

    @Override
    public void giveUp(Mail mail, Failure why, Instant at) {
        jdbc.sql("update mail set failure = ?, given_up = ?, next_try = null where id = ? and sent is null")
                .params(why.name(), Timestamp.from(at), mail.id())
                .update();
    }

    @Override
    public List<DeadMail> givenUp(int most) {
        return jdbc.sql("select * from mail where given_up is not null and failure <> 'NOBODY' "
                        + "order by given_up desc, id limit ?")
                .param(most)
                .query(JdbcMails::dead)
                .list();
    }

    @Override
    public Optional<DeadMail> findGivenUp(String id) {
        return jdbc.sql("select * from mail where id = ? and given_up is not null and failure <> 'NOBODY'")
                .param(id)
                .query(JdbcMails::dead)
                .optional();
    }

    @Override
    public long countGivenUp() {
        return jdbc.sql("select count(*) from mail where given_up is not null and failure <> 'NOBODY'")
                .query(Long.class)
                .single();
    }

    @Override
    public boolean revive(String id, Instant now) {
        return jdbc.sql("""
                        update mail set given_up = null, failure = null, attempts = 0, next_try = ?
                        where id = ? and given_up is not null and failure <> 'NOBODY'
                        """).params(Timestamp.from(now), id).update() == 1;
    }

    private static DeadMail dead(ResultSet row, int number) throws SQLException {
        return new DeadMail(
                row.getString("id"),
                row.getString("person"),
                row.getInt("attempts"),
                Failure.valueOf(row.getString("failure")),
                row.getTimestamp("given_up").toInstant());
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getString("id"),
                row.getString("person"),
                row.getObject("digest_of", LocalDate.class),
                row.getInt("attempts"));
    }
}
