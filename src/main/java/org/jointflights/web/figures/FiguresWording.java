package org.jointflights.web.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.jointflights.domain.Day;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.IndicatorValue;
import org.jointflights.domain.figures.ReleasedFigure;
import org.jointflights.domain.figures.Unit;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** Says in one language what the figures hold; templates call it {@code say}. */
record FiguresWording(Locale language) {

    public String words(Worded worded) {
        return worded.in(language);
    }

    /** The figure with its unit, or that there is none. */
    public String value(IndicatorValue value) {
        return value.value()
                .map(number -> inUnit(value.indicator().unit(), number, value.decimals(), value.currency()))
                .orElseGet(() -> text("figures.nothing"));
    }

    /** The same of released operations. */
    public String released(ReleasedFigure figure) {
        Unit unit = figure.indicator().unit();
        return figure.value()
                .map(number -> inUnit(unit, number, number.scale(), unit.isMoney() ? Money.EUR : null))
                .orElseGet(() -> text("figures.nothing"));
    }

    /** How many operations that is of, and how many say nothing of it. */
    public String releasedOf(ReleasedFigure figure) {
        return Sentence.of("figures.released.of", whole(figure.operations()), whole(figure.lacking()))
                .in(language);
    }

    /** What is above the line: an amount, or a whole number. */
    public String above(IndicatorValue value) {
        Currency currency = value.currency();
        return currency == null
                ? whole(value.above())
                : inCurrency(
                        number(
                                new BigDecimal(value.above(), currency.getDefaultFractionDigits()),
                                currency.getDefaultFractionDigits()),
                        currency);
    }

    /** What is below the line; empty where nothing is. */
    public String below(IndicatorValue value) {
        return value.below().signum() == 0 && !value.indicator().unit().isQuotient() ? "" : whole(value.below());
    }

    /** A count. */
    public String whole(int count) {
        return whole(BigInteger.valueOf(count));
    }

    public String day(LocalDate day) {
        return new Day(day).in(language);
    }

    /** The name of a state, with its code. */
    public String party(Party party) {
        return party.name(language) + " (" + party + ")";
    }

    /** What one of a figure's aspects is called. */
    public String aspect(Indicator indicator, @Nullable String aspect) {
        return aspect == null ? "" : indicator.aspect(aspect).in(language);
    }

    private String whole(BigInteger count) {
        return number(new BigDecimal(count), 0);
    }

    private String inUnit(Unit unit, BigDecimal value, int decimals, @Nullable Currency currency) {
        String number = number(value, decimals);
        return currency == null
                ? Sentence.of("figures.unit." + unit, number).in(language)
                : inCurrency(number, currency);
    }

    private String inCurrency(String number, Currency currency) {
        return number + (language.getLanguage().equals("en") ? " " : "\u00A0") + currency;
    }

    private String number(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    private String text(String key) {
        return Sentence.of(key).in(language);
    }
}
