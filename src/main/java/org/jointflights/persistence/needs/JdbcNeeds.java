package org.jointflights.persistence.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.application.needs.NeededFlight;
import org.jointflights.application.needs.Needs;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.needs.Need;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNeeds implements Needs {

    private final JdbcClient jdbc;

    JdbcNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Need need) {
        jdbc.sql("""
                        insert into need (party, needed_month, destination, embarkation, persons, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        need.party().code(),
                        need.month().atDay(1),
                        need.destination(),
                        need.embarkation(),
                        need.persons(),
                        need.enteredBy(),
                        Timestamp.from(need.enteredAt()))
                .update();
    }

    @Override
    public List<Need> from(YearMonth month) {
        return jdbc.sql("""
                        select n.* from need n
                        where n.needed_month >= ? and n.persons > 0
                          and n.id = (select max(l.id) from need l where l.party = n.party
                                      and l.needed_month = n.needed_month and l.destination = n.destination)
                        order by n.needed_month, n.destination, n.party
                        """).param(month.atDay(1)).query(JdbcNeeds::need).list();
    }

    @Override
    public List<Need> enteredBy(Party party, YearMonth from) {
        return jdbc.sql("select * from need where party = ? and needed_month >= ? order by id desc")
                .params(party.code(), from.atDay(1))
                .query(JdbcNeeds::need)
                .list();
    }

    @Override
    public void forgetBefore(YearMonth month) {
        jdbc.sql("delete from need where needed_month < ?")
                .param(month.atDay(1))
                .update();
    }

    @Override
    public List<NeededFlight> flightsFrom(YearMonth month) {
        // The month is that of the departure airport's clocks: no zone is a whole day away.
        return jdbc.sql("""
                        select f.reference, f.departure, f.zone, f.organiser, p.party, s.airport
                        from flight f
                        join participation p on p.reference = f.reference and p.status not in ('DECLINED', 'WITHDRAWN')
                        join route_stop s on s.reference = f.reference and s.purpose = 'DESTINATION'
                            and (p.hand_over is null or p.hand_over = s.airport)
                        where f.departure >= ? and f.stage not in ('CANCELLED', 'GIVEN_UP')
                          and not exists (select 1 from cancellation c where c.reference = f.reference)
                        order by f.departure, f.reference, p.party, s.position
                        """)
                .param(Timestamp.from(
                        month.atDay(1).minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .query((row, number) -> new NeededFlight(
                        new OperationReference(row.getString("reference")),
                        YearMonth.from(
                                row.getTimestamp("departure").toInstant().atZone(ZoneId.of(row.getString("zone")))),
                        new Party(row.getString("organiser")),
                        new Party(row.getString("party")),
                        row.getString("airport")))
                .list();
    }

    private static Need need(ResultSet row, int number) throws SQLException {
        return new Need(
                new Party(row.getString("party")),
                YearMonth.from(row.getObject("needed_month", LocalDate.class)),
                row.getString("destination"),
                row.getString("embarkation"),
                row.getInt("persons"),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant());
    }
}
