package org.jointflights.application.reports;

import java.util.List;
import org.jointflights.domain.reports.FlightFacts;
import org.jointflights.domain.reports.HalfYear;

/** The flights that left or were to leave, by the half-year of the day on which they really fly. */
public interface ReportedFlights {

    /** What is on record of each of that half-year, by their references. */
    List<FlightFacts> of(HalfYear half);

    /** Those in which there are any, the latest first. */
    List<HalfYear> halfYears();
}
