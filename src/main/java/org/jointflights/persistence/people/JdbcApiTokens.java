package org.jointflights.persistence.people;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointflights.application.people.token.ApiToken;
import org.jointflights.application.people.token.ApiTokens;
import org.jointflights.application.people.token.TokenScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiTokens implements ApiTokens {

    private static final String BETWEEN = " ";

    private final JdbcClient jdbc;

    JdbcApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(ApiToken token, String hash) {
        jdbc.sql("""
                        insert into api_token (hash, person, name, scopes, password_version, made_at, expires_on, used_on)
                        values (:hash, :person, :name, :scopes, :password, :made, :expires, :used)
                        """)
                .param("hash", hash)
                .param("person", token.person())
                .param("name", token.name())
                .param("scopes", token.scopes().stream().map(TokenScope::name).collect(joining(BETWEEN)))
                .param("password", token.passwordVersion())
                .param("made", token.made().atOffset(ZoneOffset.UTC))
                .param("expires", token.expires())
                .param("used", token.lastUsed())
                .update();
    }

    @Override
    public List<ApiToken> of(String person) {
        return jdbc.sql("select * from api_token where person = ? order by id")
                .param(person)
                .query(JdbcApiTokens::token)
                .list();
    }

    @Override
    public Optional<ApiToken> find(long number) {
        return jdbc.sql("select * from api_token where id = ?")
                .param(number)
                .query(JdbcApiTokens::token)
                .optional();
    }

    @Override
    public Optional<ApiToken> withHash(String hash) {
        return jdbc.sql("select * from api_token where hash = ?")
                .param(hash)
                .query(JdbcApiTokens::token)
                .optional();
    }

    @Override
    public void used(long number, LocalDate day) {
        jdbc.sql("update api_token set used_on = :day where id = :number and (used_on is null or used_on < :day)")
                .param("day", day)
                .param("number", number)
                .update();
    }

    @Override
    public boolean remove(long number) {
        return jdbc.sql("delete from api_token where id = ?").param(number).update() == 1;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("person"),
                row.getString("name"),
                Stream.of(row.getString("scopes").split(BETWEEN))
                        .map(TokenScope::valueOf)
                        .collect(toSet()),
                row.getInt("password_version"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("used_on", LocalDate.class));
    }
}
