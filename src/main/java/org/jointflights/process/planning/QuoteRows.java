package org.jointflights.process.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.Day;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The carriers' quotes as a table and as options. */
@Component
class QuoteRows {

    static final Set<String> SHOWS = Set.of("flightSummary", "seatRows", "quoteRows");
    static final Set<String> SHOWS_WITH_OPTIONS = Set.of("flightSummary", "seatRows", "quoteRows", "quoteOptions");

    private final Quotes quotes;
    private final FlightView view;

    QuoteRows(Quotes quotes, FlightView view) {
        this.quotes = quotes;
        this.view = view;
    }

    void show(OpenTask task) {
        view.show(task);
        task.showRows(
                "quoteRows",
                quotes.of(task.reference()).stream().map(QuoteRows::row).toList());
    }

    List<Map<String, String>> options(OperationReference reference) {
        return quotes.of(reference).stream()
                .map(quote -> Map.of(
                        "label",
                        FormLanguage.say("planning.form.quote", quote.carrier(), quote.price()),
                        "value",
                        Integer.toString(quote.position())))
                .toList();
    }

    int next(OperationReference reference) {
        return quotes.of(reference).size() + 1;
    }

    private static Map<String, Object> row(CarrierQuote quote) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("position", quote.position());
        row.put("carrier", quote.carrier());
        row.put("price", price(quote));
        row.put("seats", quote.seats());
        // For comparison only: it is shown, never reckoned with.
        Currency currency = quote.price().currency();
        BigDecimal perSeat = quote.price()
                .decimal()
                .divide(BigDecimal.valueOf(quote.seats()), currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
        row.put("perSeat", FormLanguage.say(MoneyText.of("perSeat", perSeat, currency)));
        row.put("option", FormLanguage.say(new Day(quote.option())));
        row.put(
                "fees",
                FormLanguage.say(
                        "planning.form.fees",
                        quote.fees().early(),
                        quote.fees().withinFiveDays(),
                        quote.fees().withinADay()));
        return row;
    }

    private static String price(CarrierQuote quote) {
        return FormLanguage.say(quote.price());
    }
}
