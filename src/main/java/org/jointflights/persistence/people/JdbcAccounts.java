package org.jointflights.persistence.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jointflights.application.people.Accounts;
import org.jointflights.application.people.PasswordState;
import org.jointflights.application.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PasswordState passwordOf(String id) {
        return jdbc.sql("select version, one_time from password_state where person = ?")
                .param(id)
                .query((row, number) -> new PasswordState(row.getInt("version"), row.getBoolean("one_time")))
                .optional()
                .orElse(PasswordState.FIRST);
    }

    @Override
    public void passwordSet(String id, boolean oneTime) {
        int written = jdbc.sql("update password_state set version = version + 1, one_time = ? where person = ?")
                .params(oneTime, id)
                .update();
        if (written == 0) {
            jdbc.sql("insert into password_state (person, version, one_time) values (?, 1, ?)")
                    .params(id, oneTime)
                    .update();
        }
    }

    @Override
    public Optional<Person> former(String id) {
        return jdbc.sql("select * from former_person where person = ?")
                .param(id)
                .query((row, number) ->
                        new Person(row.getString("person"), row.getString("first_name"), row.getString("last_name")))
                .optional();
    }

    @Override
    public void addFormer(Person person, Instant at) {
        jdbc.sql("insert into former_person (person, first_name, last_name, left_at) values (?, ?, ?, ?)")
                .params(person.id(), person.firstName(), person.lastName(), at.atOffset(ZoneOffset.UTC))
                .update();
        // What they chose for themselves is nobody's any more.
        jdbc.sql("delete from mail_choice where person = ?").param(person.id()).update();
        jdbc.sql("delete from desk_visit where person = ?").param(person.id()).update();
        jdbc.sql("delete from person_language where person = ?")
                .param(person.id())
                .update();
        jdbc.sql("delete from scenario where person = ?").param(person.id()).update();
        jdbc.sql("delete from calendar_feed where person = ?")
                .param(person.id())
                .update();
    }

    @Override
    public boolean hasActed(String id) {
        return jdbc.sql("""
                        select (select count(*) from trail where actor = :id)
                            + (select count(*) from completed_task where actor = :id)
                            + (select count(*) from administration_log where actor = :id)
                        """).param("id", id).query(Long.class).single() > 0;
    }
}
