package org.jointflights.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jointflights.application.desk.DeskFigure;
import org.jointflights.application.desk.DeskTask;
import org.jointflights.application.desk.Duty;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.Sentence;
import org.jointflights.web.overview.FlightWording;
import org.jspecify.annotations.Nullable;

/** Says on the first page how long something has been late, when it is due and what it is about; the template calls it {@code desks}. */
public record DeskWording(Locale language, Instant now, ZoneId zone) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** In the largest unit of which it is at least one whole. */
    private String span(Duration time) {
        if (time.compareTo(DAY) >= 0) {
            return count(time.toDays(), "desk.span.day", "desk.span.days");
        }
        if (time.compareTo(HOUR) >= 0) {
            return count(time.toHours(), "desk.span.hour", "desk.span.hours");
        }
        return count(Math.max(1, time.toMinutes()), "desk.span.minute", "desk.span.minutes");
    }

    private String count(long number, String one, String several) {
        return (number == 1 ? Sentence.of(one) : Sentence.of(several, Long.toString(number))).in(language);
    }

    /** How long from now until then: “3 days”. */
    public String until(Instant then) {
        return span(Duration.between(now, then).abs());
    }

    /** Whether it was to be done by now. */
    public boolean isLate(Instant due) {
        return due.isBefore(now);
    }

    /** “late by 2 days”, “in 3 hours”. */
    public String due(Instant due) {
        return Sentence.of(isLate(due) ? "desk.late" : "desk.due", until(due)).in(language);
    }

    /** What presses where a task has no day of its own: that the flight leaves, or how long it has waited. */
    public String pressing(DeskTask task) {
        Instant departure = task.departure().toInstant();
        return departure.isAfter(now)
                ? Sentence.of("desk.leaves", until(departure)).in(language)
                : Sentence.of(
                                "desk.anyTime",
                                new FlightWording(language)
                                        .date(task.since(), task.departure().getZone()))
                        .in(language);
    }

    /** The next of the deadlines that the reader may know of; nothing where there is none. */
    public @Nullable Instant next(ListedFlight listed) {
        return listed.waits().stream()
                .map(Wait::task)
                .filter(Objects::nonNull)
                .map(WaitingTask::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What the amount beside a task is. */
    public String meaning(DeskFigure figure) {
        return Sentence.of("desk.figure." + figure.meaning().name()).in(language);
    }

    /** What there is to do. */
    public String duty(Duty duty) {
        return Sentence.of(
                        "desk.duty." + duty.kind().name(), Long.toString(duty.number()), Integer.toString(duty.count()))
                .in(language);
    }

    /** Whether its last day is over. */
    public boolean isLate(Duty duty) {
        return duty.isLate(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** Where it is done. */
    public String address(Duty duty) {
        return switch (duty.kind()) {
            case NETTING, NETTING_PAYMENT -> "/accounts/nettings/" + duty.number();
            case HOURS -> "/accounts/flight-hours/" + duty.number();
            case RECOVERY_ANSWER, RECOVERY_DECISION -> "/recoveries/" + duty.number();
            case BANK_ACCOUNT -> "/accounts/payments";
            case BANK_ENTRY -> "/accounts/payments#entries";
            case SAMPLE -> "/samples/" + duty.number();
            case YEAR -> "/years/" + duty.number();
            case ABSENCE, ABSENCE_CONFIRMATION -> "/absences";
            case REQUEST -> "/admin/people";
        };
    }
}
