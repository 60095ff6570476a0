package org.jointflights.domain.reports;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.domain.incidents.ComplaintCount;
import org.jointflights.domain.incidents.IncidentCount;

/**
 * The report on half a year of returns (Regulation (EU) 2019/1896, Article 50(7)): figures, each with the flights behind it.
 *
 * @param flights how many flights left or were to leave
 */
public record HalfYearReport(HalfYear half, int flights, List<Chapter> chapters) {

    public HalfYearReport {
        chapters = List.copyOf(chapters);
    }

    /**
     * Counts what is on record.
     *
     * @param incidents those that may be counted, of the flights given
     * @param now decides which reports are overdue
     */
    public static HalfYearReport of(
            HalfYear half,
            List<FlightFacts> flights,
            List<IncidentCount> incidents,
            List<ComplaintCount> complaints,
            Instant now) {
        return new HalfYearReport(half, flights.size(), new ReportChapters(flights, incidents, complaints, now).all());
    }

    /** Each once, in the order of the report, the whole before its parts. */
    public Collection<Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        chapters.stream()
                .flatMap(chapter -> chapter.breakdowns().stream())
                .flatMap(breakdown -> Stream.concat(Stream.of(breakdown.whole()), breakdown.parts().stream()))
                .forEach(figure -> figures.putIfAbsent(figure.key(), figure));
        return figures.values();
    }
}
