package org.jointflights.application.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jointflights.application.incidents.Complaints;
import org.jointflights.application.incidents.SeriousIncidents;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.reports.FlightFacts;
import org.jointflights.domain.reports.HalfYear;
import org.jointflights.domain.reports.HalfYearReport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports what the regulation asks for of every half-year, to those who watch over all flights. Counts only: nobody's texts
 * and nobody's name are read for it.
 */
@Service
@Transactional(readOnly = true)
public class ReadHalfYear {

    private final ReportedFlights flights;
    private final SeriousIncidents incidents;
    private final Complaints complaints;
    private final CurrentUser actor;
    private final Clock clock;

    ReadHalfYear(
            ReportedFlights flights,
            SeriousIncidents incidents,
            Complaints complaints,
            CurrentUser actor,
            Clock clock) {
        this.flights = flights;
        this.incidents = incidents;
        this.complaints = complaints;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * The report on the half-year that an address names. Throws {@link NotYours} for anybody but its readers, and then
     * {@link org.jointflights.domain.Unknown} for what is no half-year.
     */
    public HalfYearReport named(String typed) {
        requireReader();
        HalfYear half = HalfYear.named(typed);
        List<FlightFacts> facts = flights.of(half);
        List<OperationReference> references =
                facts.stream().map(FlightFacts::reference).toList();
        return HalfYearReport.of(
                half, facts, incidents.counts(references), complaints.counts(references), clock.instant());
    }

    /** The latest half-year with flights that are reported, or the one that it is if there is none. Throws {@link NotYours} likewise. */
    public HalfYear latest() {
        requireReader();
        return Stream.concat(
                        flights.halfYears().stream(),
                        Stream.of(HalfYear.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))))
                .findFirst()
                .orElseThrow();
    }

    /** Those with flights that are reported, the latest first. Throws {@link NotYours} likewise. */
    public List<HalfYear> all() {
        requireReader();
        return flights.halfYears();
    }

    private void requireReader() {
        if (!Viewer.of(actor.groups()).readsHalfYears()) {
            throw NotYours.of("reports.notYours");
        }
    }
}
