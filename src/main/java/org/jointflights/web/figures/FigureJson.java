package org.jointflights.web.figures;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.figures.ReadIndicators.Told;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.IndicatorValue;
import org.jointflights.domain.figures.ReleasedFigure;
import org.jspecify.annotations.Nullable;

/**
 * A figure as programs read it. Numbers that may be long or have decimals are texts, so that no reader rounds them; money is in
 * whole minor units above the line.
 *
 * @param values one for each currency of money; one for what is none
 * @param leftOut how many flights of the period are not counted, for want of what is needed
 * @param released the same of released operations, where these say it
 */
record FigureJson(
        String figure,
        String words,
        String definition,
        String unit,
        List<Value> values,
        int leftOut,
        @Nullable Released released) {

    /**
     * One value.
     *
     * @param value the quotient, rounded as the page shows it; nothing where something would be divided by nothing
     */
    record Value(
            @Nullable String currency,
            String above,
            String below,
            @Nullable String value,
            int flights) {}

    /** The same of released operations, which come from another source. */
    record Released(String above, String below, @Nullable String value, int operations, int lacking) {}

    static FigureJson of(Told told, FiguresWording say) {
        Indicator indicator = told.indicator();
        return new FigureJson(
                indicator.address(),
                say.words(indicator.words()),
                say.words(indicator.definition()),
                say.words(Sentence.of("figures.column.unit." + indicator.unit())),
                told.counted().values().stream().map(FigureJson::value).toList(),
                told.counted().leftOutFlights(),
                told.released().map(FigureJson::released).orElse(null));
    }

    private static Value value(IndicatorValue value) {
        Currency currency = value.currency();
        return new Value(
                currency == null ? null : currency.getCurrencyCode(),
                value.above().toString(),
                value.below().toString(),
                value.value().map(BigDecimal::toPlainString).orElse(null),
                value.flights());
    }

    private static Released released(ReleasedFigure figure) {
        return new Released(
                figure.above().toString(),
                figure.below().toString(),
                figure.value().map(BigDecimal::toPlainString).orElse(null),
                figure.operations(),
                figure.lacking());
    }
}
