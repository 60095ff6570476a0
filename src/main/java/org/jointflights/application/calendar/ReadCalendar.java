package org.jointflights.application.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.notice.MailChoices;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.calendar.CalendarEntry;
import org.jointflights.domain.calendar.CalendarEntry.Certainty;
import org.jointflights.domain.calendar.CalendarText;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.notice.MailChoice;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.GateRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands in somebody's calendar: the departures, landings, gates and permits of flights as their pages show them to this
 * person, and the dates of the person's own tasks. No name and nothing that somebody typed: the calendar lies with others.
 */
@Service
@Transactional(readOnly = true)
public class ReadCalendar {

    /** The flights of one calendar at most, from the earliest departure on. */
    static final int MOST = 50;

    private static final int DAYS_BACK = 30;

    private final ReadFlightFile files;
    private final ListFlights lists;
    private final MailChoices choices;
    private final CurrentUser reader;
    private final Clock clock;

    ReadCalendar(ReadFlightFile files, ListFlights lists, MailChoices choices, CurrentUser reader, Clock clock) {
        this.files = files;
        this.lists = lists;
        this.choices = choices;
        this.reader = reader;
        this.clock = clock;
    }

    /** The calendar as a text; {@code address} is where people reach the application, without a slash at the end. */
    public String read(CalendarFeed feed, String address) {
        return read(feed, address, MOST);
    }

    String read(CalendarFeed feed, String address, int most) {
        Locale language =
                choices.of(reader.id()).orElse(MailChoice.UNSAID).languages().get(0);
        OperationReference only = feed.reference();
        List<CalendarEntry> entries = new ArrayList<>();
        if (only == null) {
            ListFlights.Slice all = all(most);
            all.flights()
                    .forEach(listed -> entries.addAll(entries(listed.flight().reference(), language)));
            if (all.next() != null) {
                entries.add(leftOut(most, language));
            }
        } else {
            entries.addAll(entries(only, language));
        }
        Sentence name = only == null ? Sentence.of("notice.calendar.all") : Sentence.of("notice.calendar.one", only);
        return CalendarText.of(name.in(language), clock.instant(), address + "/flights", entries);
    }

    private ListFlights.Slice all(int most) {
        FlightFilter recent = new FlightFilter(
                null,
                null,
                null,
                today().minusDays(DAYS_BACK),
                null,
                FlightFilter.Waiting.ALL,
                FlightFilter.Order.DEPARTURE);
        return lists.slice(lists.choice(recent), null, most);
    }

    private List<CalendarEntry> entries(OperationReference flight, Locale language) {
        return new Entries(files.file(flight), language).all();
    }

    /** Nobody is to take a calendar for whole that is not. */
    private CalendarEntry leftOut(int most, Locale language) {
        return CalendarEntry.on(
                "left-out",
                today().toEpochDay(),
                clock.instant(),
                Sentence.of("notice.calendar.leftOut", most).in(language),
                today(),
                Certainty.CONFIRMED);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Those of one flight. */
    private static final class Entries {

        private final FlightFile file;
        private final Flight flight;
        private final Locale language;
        private final Instant changed;
        private final Certainty certainty;
        private final List<CalendarEntry> all = new ArrayList<>();

        private Entries(FlightFile file, Locale language) {
            this.file = file;
            this.flight = file.flight();
            this.language = language;
            List<TrailEntry> trail = file.trail();
            this.changed = trail.isEmpty()
                    ? flight.stageSince()
                    : trail.get(trail.size() - 1).at();
            this.certainty = certainty();
        }

        private Certainty certainty() {
            if (file.head().cancellation() != null) {
                return Certainty.CANCELLED;
            }
            return flight.isSuspended() || !flight.stage().isCommitted() ? Certainty.TENTATIVE : Certainty.CONFIRMED;
        }

        private List<CalendarEntry> all() {
            at("departure", flight.departure().toInstant(), null, "departure", new PlaceName(start()));
            landings();
            if (!flight.stage().isAfterDeparture()) {
                gates();
                permits();
            }
            tasks();
            return all;
        }

        private String start() {
            return flight.route().stops().get(0).airport();
        }

        private void landings() {
            int number = 1;
            for (FlownLeg leg : file.plan().legs()) {
                Instant expected = leg.expected() == null ? leg.planned() : leg.expected();
                Instant lands = leg.landed() == null ? expected : leg.landed();
                if (lands != null) {
                    at("landing-" + number, lands, null, "landing", new PlaceName(leg.to()));
                }
                number++;
            }
        }

        private void gates() {
            file.operation().gates().stream()
                    .map(GateRule::point)
                    .filter(point -> point.isOfCountDown() || point == GatePoint.BOARDING)
                    .distinct()
                    .sorted()
                    .forEach(point -> at(
                            "gates-" + point,
                            point.opensAt(flight.departure()),
                            point.dueAt(flight.departure()),
                            "gatesOpen",
                            point.words()));
        }

        private void permits() {
            int number = 1;
            for (Permit permit : file.plan().permits()) {
                String id = "permit-" + permit.kind() + "-" + Objects.requireNonNullElse(permit.state(), number);
                if (permit.answer().isOpen()) {
                    permit.due()
                            .ifPresent(due ->
                                    at(id, due, null, "permitDue", permit.kind().words()));
                }
                LocalDate last = permit.validUntil();
                if (last != null) {
                    all.add(CalendarEntry.on(
                            id + "-valid-" + flight.reference(),
                            flight.revision(),
                            changed,
                            title("permitEnds", permit.kind().words()),
                            last,
                            certainty));
                }
                number++;
            }
        }

        private void tasks() {
            for (Wait wait : file.head().waits()) {
                WaitingTask task = wait.task();
                if (wait.mine() && task != null && task.due() != null) {
                    at("task-" + task.id(), task.due(), null, "task", task.name());
                }
            }
        }

        private void at(String what, Instant start, @Nullable Instant end, String code, Object about) {
            all.add(CalendarEntry.at(
                    what + "-" + flight.reference(),
                    flight.revision(),
                    changed,
                    title(code, about),
                    start,
                    end,
                    certainty));
        }

        private String title(String code, Object about) {
            return Sentence.of("notice.calendar." + code, flight.reference(), about)
                    .in(language);
        }
    }
}
