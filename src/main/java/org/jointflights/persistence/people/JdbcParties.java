package org.jointflights.persistence.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.application.people.Parties;
import org.jointflights.domain.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcParties implements Parties {

    private final JdbcClient jdbc;

    JdbcParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Member> all() {
        return jdbc.sql("select code, authority, since from party order by code")
                .query(JdbcParties::member)
                .list();
    }

    @Override
    public boolean contains(Party party) {
        return jdbc.sql("select count(*) from party where code = ?")
                        .param(party.code())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void add(Member member) {
        jdbc.sql("insert into party (code, authority, since) values (?, ?, ?)")
                .params(
                        member.party().code(),
                        member.authority(),
                        member.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void correct(Party party, String authority) {
        jdbc.sql("update party set authority = ? where code = ?")
                .params(authority, party.code())
                .update();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new Party(row.getString("code")),
                row.getString("authority"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
