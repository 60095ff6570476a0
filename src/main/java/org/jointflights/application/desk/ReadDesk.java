package org.jointflights.application.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.overview.ListedFlight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the first page of whoever is signed in: a section for each thing that they do, and none that is not theirs. */
@Service
@Transactional(readOnly = true)
public class ReadDesk {

    private static final int TASKS = 25;
    private static final int FLIGHTS = 10;

    private final ReadWaiting waiting;
    private final ReadDuties duties;
    private final ReadNews news;
    private final ListFlights list;
    private final ReadUpkeep upkeep;
    private final Clock clock;

    ReadDesk(ReadWaiting waiting, ReadDuties duties, ReadNews news, ListFlights list, ReadUpkeep upkeep, Clock clock) {
        this.waiting = waiting;
        this.duties = duties;
        this.news = news;
        this.list = list;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /** As it is at this moment, with what has changed since then. */
    public Desk read(RecordVisit.Since since) {
        Instant now = clock.instant();
        ListFlights.Slice flights = list.slice(list.choice(FlightFilter.EVERYTHING), null, FLIGHTS);
        List<ListedFlight> underWay = flights.flights().stream()
                .filter(listed -> !listed.flight().stage().isOver())
                .toList();
        return new Desk(
                now,
                waiting.read(now, TASKS),
                duties.read(now),
                news.read(since.at(), since.first()),
                underWay,
                flights.next() != null && underWay.size() == flights.flights().size(),
                upkeep.board(now),
                upkeep.onRecord(),
                upkeep.system());
    }
}
