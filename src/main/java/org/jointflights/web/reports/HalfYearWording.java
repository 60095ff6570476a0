package org.jointflights.web.reports;

import java.time.LocalDate;
import java.util.Locale;
import org.jointflights.domain.Day;
import org.jointflights.domain.Worded;
import org.jointflights.domain.reports.HalfYear;

/** Says in one language what the half-yearly report holds. */
record HalfYearWording(Locale language) {

    public String words(Worded worded) {
        return worded.in(language);
    }

    public String firstDay(HalfYear half) {
        return day(half.firstDay());
    }

    public String lastDay(HalfYear half) {
        return day(half.lastDay());
    }

    private String day(LocalDate day) {
        return new Day(day).in(language);
    }
}
