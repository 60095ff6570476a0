package org.jointflights.persistence.people;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jointflights.application.people.absence.Substitutions;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.absence.Substitution;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSubstitutions implements Substitutions {

    private final JdbcClient jdbc;

    JdbcSubstitutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Substitution one) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into substitution (absent, substitute, first_day, last_day, starts, ends, agreed_by, agreed_at,
                            entered_by, confirmed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        one.absent(),
                        one.substitute(),
                        one.from(),
                        one.until(),
                        Timestamp.from(one.starts()),
                        Timestamp.from(one.ends()),
                        one.agreedBy(),
                        one.agreedAt() == null ? null : Timestamp.from(one.agreedAt()),
                        one.enteredBy(),
                        one.confirmedBy()))
                .update(key, "id");
        long id = requireNonNull(key.getKey()).longValue();
        for (String group : one.groupsInOrder()) {
            jdbc.sql("insert into substitution_group (substitution, group_id) values (?, ?)")
                    .params(id, group)
                    .update();
        }
    }

    @Override
    public Substitution get(long id) {
        return jdbc.sql("select * from substitution where id = ?")
                .param(id)
                .query(this::substitution)
                .optional()
                .orElseThrow(() -> Unknown.of("people.absence.unknown"));
    }

    @Override
    public List<Substitution> notOverAt(Instant now) {
        return jdbc.sql("select * from substitution where ends > ? and ended_at is null order by starts, id")
                .param(Timestamp.from(now))
                .query(this::substitution)
                .list();
    }

    @Override
    public boolean agree(long id, Instant at) {
        return jdbc.sql("update substitution set agreed_at = ? where id = ? and agreed_at is null and ended_at is null")
                        .params(Timestamp.from(at), id)
                        .update()
                == 1;
    }

    @Override
    public boolean confirm(long id, String by) {
        return jdbc.sql("update substitution set confirmed_by = ? "
                                + "where id = ? and confirmed_by is null and ended_at is null")
                        .params(by, id)
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public boolean end(long id, Instant at) {
        jdbc.sql("delete from acting where substitution = ?").param(id).update();
        return jdbc.sql("update substitution set ended_at = ? where id = ? and ended_at is null and ends > ?")
                        .params(Timestamp.from(at), id, Timestamp.from(at))
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public void act(String person, long id) {
        stop(person);
        jdbc.sql("insert into acting (person, substitution) values (?, ?)")
                .params(person, id)
                .update();
    }

    @Override
    public void stop(String person) {
        jdbc.sql("delete from acting where person = ?").param(person).update();
    }

    @Override
    public Optional<Substitution> actingIn(String person, Instant now) {
        return jdbc.sql("select s.* from substitution s join acting a on a.substitution = s.id where a.person = ?")
                .param(person)
                .query(this::substitution)
                .optional()
                .filter(one -> one.holdsAt(now));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        jdbc.sql("update substitution_lock set held = held + 1").update();
    }

    private Substitution substitution(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Timestamp agreed = row.getTimestamp("agreed_at");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Substitution(
                id,
                row.getString("absent"),
                row.getString("substitute"),
                new TreeSet<>(jdbc.sql("select group_id from substitution_group where substitution = ?")
                        .param(id)
                        .query(String.class)
                        .list()),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant(),
                row.getString("agreed_by"),
                agreed == null ? null : agreed.toInstant(),
                row.getString("entered_by"),
                row.getString("confirmed_by"),
                ended == null ? null : ended.toInstant());
    }
}
