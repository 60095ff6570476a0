package org.jointflights.web.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.picture.Days;
import org.jointflights.domain.picture.Scale;
import org.jointflights.domain.picture.TextMeasure;

/** An axis of time from left to right, with its days, and lines for what is not to be missed. */
record TimeAxis(Instant first, Instant last, ZoneId zone, Scale scale, Locale language) {

    private static final long ROOM = 14 * Scale.PIXEL;
    private static final long MANY_DAYS = 4 * 366;
    private static final LocalDate LONG_DAY = LocalDate.of(2027, 9, 28);

    static TimeAxis of(Instant first, Instant last, ZoneId zone, long left, long right, Locale language) {
        return new TimeAxis(first, last, zone, Scale.ofTime(left, right, first, last), language);
    }

    long at(Instant moment) {
        return scale.at(moment);
    }

    boolean shows(Instant moment) {
        return !moment.isBefore(first) && !moment.isAfter(last);
    }

    /** A thin line down from each day that is written. */
    void net(Svg svg, long top, long bottom) {
        for (LocalDate day : days()) {
            mark(svg, "net", day.atStartOfDay(zone).toInstant(), top, bottom);
        }
    }

    /** Days on that base line; they hide what is behind them. */
    void days(Svg svg, long baseLine) {
        DateTimeFormatter format = format();
        for (LocalDate day : days()) {
            long x = at(day.atStartOfDay(zone).toInstant());
            String words = format.format(day);
            long half = TextMeasure.width(words, Svg.SMALL, false) / 2;
            if (x - half >= scale.from() - ROOM && x + half <= scale.to() + ROOM) {
                svg.text("day", x, baseLine, Svg.SMALL, false, Svg.Anchor.MIDDLE, words);
            }
        }
    }

    private List<LocalDate> days() {
        long room = ROOM + TextMeasure.width(format().format(LONG_DAY), Svg.SMALL, false);
        return Days.along(first, last, zone, scale.to() - scale.from(), room);
    }

    private DateTimeFormatter format() {
        boolean years = ChronoUnit.DAYS.between(first, last) > MANY_DAYS;
        return DateTimeFormatter.ofPattern(years ? "MMM uuuu" : "d MMM uuuu", language);
    }

    /** A line down from there. */
    void mark(Svg svg, String look, Instant moment, long top, long bottom) {
        svg.line(look, at(moment), top, at(moment), bottom);
    }

    /** What such a line is, above it; the text stays between the two edges of the picture and hides what is behind it. */
    void label(Svg svg, String look, Instant moment, long baseLine, long width, String words) {
        long wide = TextMeasure.width(words, Svg.SMALL, true);
        long start = Math.max(Scale.PIXEL, Math.min(at(moment) - wide / 2, width - wide - Scale.PIXEL));
        svg.text(look, start, baseLine, Svg.SMALL, true, Svg.Anchor.START, words);
    }
}
