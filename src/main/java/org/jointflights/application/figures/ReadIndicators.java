package org.jointflights.application.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.replay.ListReleasedOperations;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.figures.Counted;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.ReleasedFigure;
import org.jointflights.domain.figures.ReleasedOperation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who watch over all flights what these come to: counts and sums alone, with the flights behind them and the
 * released operations as background.
 */
@Service
@Transactional(readOnly = true)
public class ReadIndicators {

    private final IndicatorCounts counts;
    private final ListReleasedOperations released;
    private final CurrentUser actor;

    ReadIndicators(IndicatorCounts counts, ListReleasedOperations released, CurrentUser actor) {
        this.counts = counts;
        this.released = released;
        this.actor = actor;
    }

    /** A figure of the flights that were asked for, beside the same of released operations where these say it. */
    public record Told(Counted counted, Optional<ReleasedFigure> released) {

        /** Which figure it is. */
        public Indicator indicator() {
            return counted.indicator();
        }
    }

    /**
     * The flights that are asked for. Throws {@link NotYours} for anybody but the readers of these figures, and then
     * {@link BadInput} for days, a party or a destination that there are not.
     */
    public FigureFilter filter(TypedFields typed) {
        requireReader();
        FigureFilter filter = FigureFilter.of(typed);
        String destination = filter.destination();
        return destination == null
                ? filter
                : filter.to(counts.destinations().stream()
                        .filter(destination::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> BadInput.of("destination", destination, "figures.destination.unknown")));
    }

    /** All figures. Throws {@link NotYours} likewise. */
    public List<Told> all(FigureFilter filter) {
        requireReader();
        List<ReleasedOperation> operations = released(filter);
        return Stream.of(Indicator.values())
                .map(indicator -> told(indicator, filter, operations))
                .toList();
    }

    /** One of them. Throws {@link NotYours} likewise. */
    public Told of(Indicator indicator, FigureFilter filter) {
        requireReader();
        return told(indicator, filter, released(filter));
    }

    /** What became of the flights. Throws {@link NotYours} likewise. */
    public IndicatorCounts.Fates fates(FigureFilter filter) {
        requireReader();
        return counts.fates(filter);
    }

    /** The released operations among which the background is. Throws {@link NotYours} likewise. */
    public List<ReleasedOperation> releasedOperations(FigureFilter filter) {
        requireReader();
        return released(filter);
    }

    /** Where flights go. Throws {@link NotYours} likewise. */
    public List<String> destinations() {
        requireReader();
        return counts.destinations();
    }

    /** Who organises flights. Throws {@link NotYours} likewise. */
    public List<Party> organisers() {
        requireReader();
        return counts.organisers();
    }

    private List<ReleasedOperation> released(FigureFilter filter) {
        return released.all().stream().filter(filter::takes).toList();
    }

    private Told told(Indicator indicator, FigureFilter filter, List<ReleasedOperation> operations) {
        return new Told(counts.of(indicator, filter), ReleasedFigure.of(indicator, operations));
    }

    private void requireReader() {
        if (!Viewer.of(actor.groups()).readsFigures()) {
            throw NotYours.of("figures.notYours");
        }
    }
}
