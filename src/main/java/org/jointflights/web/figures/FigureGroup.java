package org.jointflights.web.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.figures.Contribution;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.IndicatorValue;
import org.jointflights.domain.figures.ReleasedFigure;
import org.jointflights.domain.figures.ReleasedOperation;

/**
 * A part of a figure: of a month, a destination, a party or a step.
 *
 * @param names what it is of; two where a step is a party's
 * @param released the same of released operations, where these say it
 */
record FigureGroup(List<String> names, IndicatorValue value, Optional<ReleasedFigure> released) {

    /** A figure by one thing. */
    record Table(List<Sentence> headings, boolean hasBackground, List<FigureGroup> rows) {}

    /** So many months are shown as months, and more as years. */
    private static final int MOST_MONTHS = 24;

    private static final int OF_YEAR = 4;
    private static final int OF_MONTH = 7;

    /** A figure by whatever it can be told apart by. */
    static List<Table> tables(IndicatorValue value, List<ReleasedOperation> operations, FiguresWording say) {
        List<Table> tables = new ArrayList<>();
        Indicator indicator = value.indicator();
        if (indicator.isByParty()) {
            tables.add(table(value, List.of(Sentence.of("figures.column.party")), one -> List.of(party(one, say))));
        }
        if (indicator.isByAspect()) {
            tables.add(table(value, List.of(indicator.aspects()), one -> List.of(aspect(one, indicator, say))));
            tables.add(table(
                    value,
                    List.of(Sentence.of("figures.column.party"), indicator.aspects()),
                    one -> List.of(party(one, say), aspect(one, indicator, say))));
        }
        int length = months(value) > MOST_MONTHS ? OF_YEAR : OF_MONTH;
        tables.add(background(
                value,
                "figures.column.period",
                one -> one.flight().day().toString().substring(0, length),
                operations,
                (period, operation) -> operation.day().toString().startsWith(period),
                Function.identity()));
        tables.add(background(
                value,
                "figures.column.destination",
                one -> one.flight().destination(),
                operations,
                (destination, operation) -> destination.equalsIgnoreCase(operation.destination()),
                Function.identity()));
        tables.add(background(
                value,
                "figures.column.organiser",
                one -> one.flight().organiser().code(),
                operations,
                (organiser, operation) -> operation.organisers().contains(organiser),
                code -> say.party(new Party(code))));
        return tables;
    }

    private static Table table(
            IndicatorValue value, List<Sentence> headings, Function<Contribution, List<String>> names) {
        List<FigureGroup> rows = new ArrayList<>();
        value.by(one -> new Names(names.apply(one)))
                .forEach((key, part) -> rows.add(new FigureGroup(key.of, part, Optional.empty())));
        return new Table(headings, false, rows);
    }

    private static Table background(
            IndicatorValue value,
            String heading,
            Function<Contribution, String> name,
            List<ReleasedOperation> operations,
            BiPredicate<String, ReleasedOperation> takes,
            Function<String, String> shown) {
        List<FigureGroup> rows = new ArrayList<>();
        value.by(name)
                .forEach((key, part) -> rows.add(new FigureGroup(
                        List.of(shown.apply(key)),
                        part,
                        ReleasedFigure.of(
                                value.indicator(),
                                operations.stream()
                                        .filter(operation -> takes.test(key, operation))
                                        .toList()))));
        boolean hasBackground = rows.stream().anyMatch(row -> row.released().isPresent());
        return new Table(List.of(Sentence.of(heading)), hasBackground, rows);
    }

    private static long months(IndicatorValue value) {
        return value.contributions().stream()
                .map(one -> one.flight().day().toString().substring(0, OF_MONTH))
                .distinct()
                .count();
    }

    private static String party(Contribution one, FiguresWording say) {
        Party party = one.party();
        return party == null ? say.words(Sentence.of("figures.noParty")) : say.party(party);
    }

    private static String aspect(Contribution one, Indicator indicator, FiguresWording say) {
        return say.aspect(indicator, one.aspect());
    }

    /** By the first name, and then by the second. */
    private record Names(List<String> of) implements Comparable<Names> {

        @Override
        public int compareTo(Names other) {
            int order = 0;
            for (int i = 0; i < of.size() && order == 0; i++) {
                order = of.get(i).compareTo(other.of.get(i));
            }
            return order;
        }
    }
}
