package org.jointflights.web.figures;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.figures.ReadIndicators.Told;
import org.jointflights.domain.Party;
import org.jointflights.domain.figures.Contribution;
import org.jointflights.domain.figures.CountedFlight;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.LeftOut;
import org.jspecify.annotations.Nullable;

/**
 * One figure as programs read it, with what each flight adds to it and the flights that are not counted.
 *
 * @param total as it stands among all figures
 * @param additions what these come to is the total, above the line and below it
 */
record OneFigureJson(FigureJson total, List<Addition> additions, List<NotCounted> notCounted) {

    /**
     * What one flight adds.
     *
     * @param aspect the step, cause or time that it is told apart by, as our tables name it
     * @param aspectWords the same as people call it
     */
    record Addition(
            String flight,
            LocalDate day,
            String destination,
            String organiser,
            @Nullable String party,
            @Nullable String aspect,
            @Nullable String aspectWords,
            @Nullable String currency,
            String above,
            String below) {}

    /** A flight that the figure is about, and why it is not counted. */
    record NotCounted(
            String flight, LocalDate day, String destination, String organiser, LeftOut reason, String words) {}

    static OneFigureJson of(Told told, FiguresWording say) {
        Indicator indicator = told.indicator();
        return new OneFigureJson(
                FigureJson.of(told, say),
                told.counted().contributions().stream()
                        .map(one -> addition(indicator, one, say))
                        .toList(),
                told.counted().leftOut().entrySet().stream()
                        .flatMap(reason ->
                                reason.getValue().stream().map(flight -> notCounted(flight, reason.getKey(), say)))
                        .toList());
    }

    private static Addition addition(Indicator indicator, Contribution one, FiguresWording say) {
        CountedFlight flight = one.flight();
        Party party = one.party();
        String aspect = one.aspect();
        Currency currency = one.currency();
        return new Addition(
                flight.reference().value(),
                flight.day(),
                flight.destination(),
                flight.organiser().code(),
                party == null ? null : party.code(),
                aspect,
                aspect == null ? null : say.aspect(indicator, aspect),
                currency == null ? null : currency.getCurrencyCode(),
                Long.toString(one.above()),
                Long.toString(one.below()));
    }

    private static NotCounted notCounted(CountedFlight flight, LeftOut why, FiguresWording say) {
        return new NotCounted(
                flight.reference().value(),
                flight.day(),
                flight.destination(),
                flight.organiser().code(),
                why,
                say.words(why.words()));
    }
}
