package org.jointflights.web.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jointflights.application.figures.ReadIndicators.Told;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.figures.Contribution;
import org.jointflights.domain.figures.Counted;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.IndicatorValue;
import org.jointflights.domain.figures.ReleasedFigure;
import org.jspecify.annotations.Nullable;

/** What the files hold, whatever their kind: cells are texts and numbers, which each kind writes in its own way. */
final class FigureRows {

    private FigureRows() {}

    /** The headings of all figures. */
    static List<String> headings(FiguresWording say) {
        return columns(
                say,
                "figure",
                "words",
                "currency",
                "value",
                "unit",
                "above",
                "below",
                "flights",
                "leftOut",
                "released",
                "releasedOperations",
                "releasedLacking",
                "definition");
    }

    /** A row for each figure, and for each currency of one. */
    static List<List<Object>> all(List<Told> figures, FiguresWording say) {
        List<List<Object>> rows = new ArrayList<>();
        for (Told told : figures) {
            List<IndicatorValue> values = told.counted().values();
            for (IndicatorValue value :
                    values.isEmpty() ? List.of(new IndicatorValue(told.indicator(), null, List.of())) : values) {
                rows.add(row(told, value, say));
            }
        }
        return rows;
    }

    private static List<Object> row(Told told, IndicatorValue value, FiguresWording say) {
        Indicator indicator = told.indicator();
        boolean none = value.contributions().isEmpty() && indicator.unit().isMoney();
        return List.of(
                indicator.address(),
                say.words(indicator.words()),
                code(value.currency()),
                none ? "" : value.value().<Object>map(number -> number).orElse(""),
                say.words(Sentence.of("figures.column.unit." + indicator.unit())),
                value.above(),
                value.below(),
                value.flights(),
                told.counted().leftOutFlights(),
                told.released()
                        .flatMap(ReleasedFigure::value)
                        .<Object>map(number -> number)
                        .orElse(""),
                told.released().<Object>map(ReleasedFigure::operations).orElse(""),
                told.released().<Object>map(ReleasedFigure::lacking).orElse(""),
                say.words(indicator.definition()));
    }

    /** The headings of what flights add to one figure. */
    static List<String> headings(Indicator indicator, FiguresWording say) {
        List<String> headings = new ArrayList<>(
                columns(say, "flight", "day", "destination", "organiser", "party", "aspect", "currency"));
        headings.add(say.words(indicator.above()));
        headings.add(say.words(indicator.below()));
        headings.add(say.words(Sentence.of("figures.column.notCounted")));
        return headings;
    }

    /** A row for each thing that a flight adds, and for each flight that is not counted. */
    static Stream<List<Object>> of(Counted counted, FiguresWording say) {
        return Stream.concat(
                counted.contributions().stream().map(one -> row(counted.indicator(), one, say)),
                counted.leftOut().entrySet().stream()
                        .flatMap(reason -> reason.getValue().stream()
                                .map(flight -> List.<Object>of(
                                        flight.reference().value(),
                                        flight.day().toString(),
                                        flight.destination(),
                                        flight.organiser().code(),
                                        "",
                                        "",
                                        "",
                                        "",
                                        "",
                                        say.words(reason.getKey().words())))));
    }

    /** How many rows that are. */
    static int count(Counted counted) {
        return counted.contributions().size() + counted.leftOutFlights();
    }

    private static List<Object> row(Indicator indicator, Contribution one, FiguresWording say) {
        Party party = one.party();
        return List.of(
                one.flight().reference().value(),
                one.flight().day().toString(),
                one.flight().destination(),
                one.flight().organiser().code(),
                party == null ? "" : party.code(),
                say.aspect(indicator, one.aspect()),
                code(one.currency()),
                one.above(),
                one.below(),
                "");
    }

    /** As programs read it. */
    static String plain(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    /** Whether a spreadsheet takes it for a number. */
    static boolean isNumber(Object cell) {
        return cell instanceof BigDecimal
                || cell instanceof BigInteger
                || cell instanceof Integer
                || cell instanceof Long;
    }

    private static List<String> columns(FiguresWording say, String... columns) {
        return Stream.of(columns)
                .map(column -> say.words(Sentence.of("figures.column." + column)))
                .toList();
    }

    private static String code(@Nullable Currency currency) {
        return currency == null ? "" : currency.getCurrencyCode();
    }
}
