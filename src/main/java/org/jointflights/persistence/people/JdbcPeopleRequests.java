package org.jointflights.persistence.people;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.administration.PeopleChange;
import org.jointflights.application.people.administration.PeopleRequest;
import org.jointflights.application.people.administration.PeopleRequest.Decided;
import org.jointflights.application.people.administration.PeopleRequest.Decision;
import org.jointflights.application.people.administration.PeopleRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeopleRequests implements PeopleRequests {

    private final JdbcClient jdbc;

    JdbcPeopleRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PeopleRequest add(PeopleChange change, String askedBy, Instant askedAt) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        Person person = change.person();
        Assignment role = change.role();
        jdbc.sql("""
                        insert into people_request (kind, person, first_name, last_name, mail, role_group, asked_by, asked_at)
                        values (:kind, :person, :firstName, :lastName, :mail, :role, :askedBy, :askedAt)
                        """)
                .param("kind", change.kind().name())
                .param("person", person.id())
                .param("firstName", person.firstName())
                .param("lastName", person.lastName())
                .param("mail", person.mail())
                .param("role", role == null ? null : role.group())
                .param("askedBy", askedBy)
                .param("askedAt", askedAt.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return new PeopleRequest(requireNonNull(key.getKey()).longValue(), change, askedBy, askedAt, null);
    }

    @Override
    public Optional<PeopleRequest> find(long number) {
        return jdbc.sql("select * from people_request where id = ?")
                .param(number)
                .query(JdbcPeopleRequests::request)
                .optional();
    }

    @Override
    public List<PeopleRequest> undecidedSince(Instant moment) {
        return jdbc.sql("select * from people_request where decision is null and asked_at > ? order by id")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(JdbcPeopleRequests::request)
                .list();
    }

    @Override
    public boolean decide(long number, Decided decided) {
        return jdbc.sql("""
                        update people_request set decision = :decision, decided_by = :by, decided_at = :at, reason = :reason
                        where id = :number and decision is null
                        """)
                        .param("decision", decided.decision().name())
                        .param("by", decided.by())
                        .param("at", decided.at().atOffset(ZoneOffset.UTC))
                        .param("reason", decided.reason())
                        .param("number", number)
                        .update()
                == 1;
    }

    private static PeopleRequest request(ResultSet row, int at) throws SQLException {
        String group = row.getString("role_group");
        return new PeopleRequest(
                row.getLong("id"),
                new PeopleChange(
                        PeopleChange.Kind.valueOf(row.getString("kind")),
                        new Person(
                                row.getString("person"),
                                row.getString("first_name"),
                                row.getString("last_name"),
                                row.getString("mail")),
                        group == null ? null : Assignment.of(group).orElseThrow()),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                decided(row));
    }

    private static @Nullable Decided decided(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return decision == null
                ? null
                : new Decided(
                        Decision.valueOf(decision),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"));
    }
}
