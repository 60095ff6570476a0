package org.jointflights.application.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Reader;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/** What others have done on the reader's flights since the reader was here, as far as the trails tell the reader. */
@Component
class ReadNews {

    /** What somebody who was never here before is told of. */
    static final Duration FIRST = Duration.ofDays(7);

    private static final int ENTRIES = 300;
    private static final int FLIGHTS = 12;
    private static final int OF_EACH = 3;

    private final DeskNews news;
    private final CurrentUser user;

    ReadNews(DeskNews news, CurrentUser user) {
        this.news = news;
        this.user = user;
    }

    Desk.News read(Instant since, boolean first) {
        Viewer viewer = Viewer.of(user.groups());
        List<TrailEntry> entries = news.since(since, user.id(), viewer, told(viewer), ENTRIES + 1);
        Map<OperationReference, List<TrailEntry>> byFlight = new LinkedHashMap<>();
        entries.stream()
                .limit(ENTRIES)
                .forEach(entry -> byFlight.computeIfAbsent(entry.reference(), flight -> new ArrayList<>())
                        .add(entry));
        Map<OperationReference, DeskNews.Told> flights = news.flights(byFlight.keySet(), viewer);
        List<Desk.OfFlight> all = new ArrayList<>();
        byFlight.forEach((reference, happened) -> {
            DeskNews.Told flight = flights.get(reference);
            if (flight != null) {
                Reader reader = reader(flight, viewer);
                List<TrailEntry> known =
                        happened.stream().filter(entry -> entry.isFor(reader)).toList();
                if (!known.isEmpty()) {
                    all.add(new Desk.OfFlight(
                            reference,
                            flight,
                            known.subList(0, Math.min(OF_EACH, known.size())),
                            Math.max(0, known.size() - OF_EACH)));
                }
            }
        });
        return new Desk.News(
                since,
                first,
                all.subList(0, Math.min(FLIGHTS, all.size())),
                entries.size() > ENTRIES || all.size() > FLIGHTS);
    }

    /**
     * As the flight's own page has it. Whether the accounts are open is asked of the agreed split and of what is posted alone, for all
     * flights at once: somebody may read of them there of whom nothing is told here, and never the other way round.
     */
    private static Reader reader(DeskNews.Told flight, Viewer viewer) {
        return new Reader(
                viewer,
                viewer.seesEveryFlight() || viewer.parties().contains(flight.organiser()) || flight.agreed(),
                viewer.hasLeft(flight.organiser(), flight.invited(), flight.withdrawn()) ? flight.left() : null);
    }

    /** The events of which somebody is told whomever they concern: so what is not told is not read either. */
    private static List<TrailEvent> told(Viewer viewer) {
        return Stream.of(TrailEvent.values())
                .filter(event -> switch (event.audience()) {
                    case FLIGHT, COSTS, ACCOUNTS -> true;
                    case PARTY -> viewer.all();
                    case OVERSIGHT -> viewer.readsReports();
                })
                .toList();
    }
}
