package org.jointflights.persistence.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.money.Money;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQuotes implements Quotes {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, List<CarrierQuote>> known = new ReadOnce<>();

    JdbcQuotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CarrierQuote> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<CarrierQuote> read(OperationReference reference) {
        return List.copyOf(jdbc.sql("select * from quote where reference = ? order by position")
                .param(reference.value())
                .query(JdbcQuotes::quote)
                .list());
    }

    @Override
    public void put(CarrierQuote quote) {
        known.forget(quote.reference());
        Instant entered = quote.entered();
        jdbc.sql("delete from quote where reference = ? and position = ?")
                .params(quote.reference().value(), quote.position())
                .update();
        jdbc.sql("""
                        insert into quote (reference, position, carrier, price_minor, currency, seats, option_until,
                            fee_early, fee_five_days, fee_one_day, chosen, chosen_because, entered)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        quote.reference().value(),
                        quote.position(),
                        quote.carrier(),
                        quote.price().minor(),
                        quote.price().currency().getCurrencyCode(),
                        quote.seats(),
                        quote.option(),
                        quote.fees().early(),
                        quote.fees().withinFiveDays(),
                        quote.fees().withinADay(),
                        quote.isChosen(),
                        quote.chosenBecause(),
                        entered == null ? null : Timestamp.from(entered)))
                .update();
    }

    @Override
    public void removeAll(OperationReference reference) {
        known.forget(reference);
        jdbc.sql("delete from quote where reference = ?")
                .param(reference.value())
                .update();
    }

    private static CarrierQuote quote(ResultSet row, int number) throws SQLException {
        Timestamp entered = row.getTimestamp("entered");
        return new CarrierQuote(
                new OperationReference(row.getString("reference")),
                row.getInt("position"),
                row.getString("carrier"),
                new Money(row.getLong("price_minor"), Currency.getInstance(row.getString("currency"))),
                row.getInt("seats"),
                row.getObject("option_until", LocalDate.class),
                new CarrierQuote.FeePercents(
                        row.getInt("fee_early"), row.getInt("fee_five_days"), row.getInt("fee_one_day")),
                row.getBoolean("chosen"),
                row.getString("chosen_because"),
                entered == null ? null : entered.toInstant());
    }
}
