package org.jointflights.persistence.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.calendar.CalendarFeed;
import org.jointflights.application.calendar.CalendarFeeds;
import org.jointflights.domain.OperationReference;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendarFeeds implements CalendarFeeds {

    private final JdbcClient jdbc;

    JdbcCalendarFeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(CalendarFeed feed, String hash) {
        OperationReference flight = feed.reference();
        jdbc.sql("insert into calendar_feed (hash, person, reference, made_at) values (?, ?, ?, ?)")
                .params(Nulls.list(
                        hash, feed.person(), flight == null ? null : flight.value(), Timestamp.from(feed.made())))
                .update();
    }

    @Override
    public List<CalendarFeed> of(String person) {
        return jdbc.sql("select * from calendar_feed where person = ? order by id")
                .param(person)
                .query(JdbcCalendarFeeds::feed)
                .list();
    }

    @Override
    public Optional<CalendarFeed> withHash(String hash) {
        return jdbc.sql("select * from calendar_feed where hash = ?")
                .param(hash)
                .query(JdbcCalendarFeeds::feed)
                .optional();
    }

    @Override
    public boolean remove(long number, String person) {
        return jdbc.sql("delete from calendar_feed where id = ? and person = ?")
                        .params(number, person)
                        .update()
                == 1;
    }

    private static CalendarFeed feed(ResultSet row, int number) throws SQLException {
        String reference = row.getString("reference");
        return new CalendarFeed(
                row.getLong("id"),
                row.getString("person"),
                reference == null ? null : new OperationReference(reference),
                row.getTimestamp("made_at").toInstant());
    }
}
