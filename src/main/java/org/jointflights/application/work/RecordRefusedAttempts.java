package org.jointflights.application.work;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts on a flight's trail what somebody tried and was not theirs to do. Called once the refusal has undone everything
 * else, and in a transaction of its own: what was refused leaves nothing behind but this.
 */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class RecordRefusedAttempts {

    /** As the engine's ids are written. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern REFERENCE = Pattern.compile("(?<![A-Z])[A-Z]{2,3}-[0-9]{4}-[0-9]{3,5}(?![0-9])");

    /** Nobody lays hands on more by one request that a person writes. */
    private static final int MOST_NAMED = 20;

    private final FlightTasks tasks;
    private final WorkLog work;
    private final Flights flights;
    private final TrailEntries trail;
    private final Clock clock;

    RecordRefusedAttempts(FlightTasks tasks, WorkLog work, Flights flights, TrailEntries trail, Clock clock) {
        this.tasks = tasks;
        this.work = work;
        this.flights = flights;
        this.trail = trail;
        this.clock = clock;
    }

    /** On what a request names by id, and where it names nothing so, on the flights that it names by reference. */
    public void onNamed(String person, String request, Sentence why) {
        List<NamedWork> named =
                found(ID, request).flatMap(id -> named(id).stream()).toList();
        if (!named.isEmpty()) {
            named.forEach(one -> record(person, one, why));
            return;
        }
        found(REFERENCE, request)
                .map(OperationReference::new)
                .map(flight -> new NamedWork("", flight, Sentence.of("common.attempt.flight")))
                .forEach(one -> record(person, one, why));
    }

    /** On something about a flight as a whole, of that name. */
    public void onFlight(String person, OperationReference reference, String act, Sentence what, Sentence why) {
        record(person, new NamedWork(act, reference, what), why);
    }

    private static Stream<String> found(Pattern pattern, String request) {
        return pattern.matcher(request)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_NAMED);
    }

    private Optional<NamedWork> named(String id) {
        return tasks.find(id)
                .or(() -> work.whoCompleted(id)
                        .map(done -> new NamedWork(id, done.reference(), Sentence.of("step." + done.task()))));
    }

    /** Once for each person, task and reason: whoever tries again and again does not bury the trail. */
    private void record(String person, NamedWork named, Sentence why) {
        Optional<Flight> flight = flights.find(named.reference());
        if (flight.isEmpty() || isOnTrail(person, named, why)) {
            return;
        }
        trail.add(new TrailEntry(
                named.reference(),
                clock.instant(),
                person,
                TrailEvent.ATTEMPT_REFUSED,
                flight.get().organiser(),
                // Otherwise those whom the person works for would be told as well.
                null,
                List.of(named.what(), why, named.id())));
    }

    private boolean isOnTrail(String person, NamedWork named, Sentence why) {
        return trail.of(named.reference()).stream()
                .filter(entry -> entry.event() == TrailEvent.ATTEMPT_REFUSED
                        && entry.actor().equals(person))
                .map(TrailEntry::arguments)
                .anyMatch(told -> told.get(2).equals(named.id())
                        && told.get(1) instanceof Sentence before
                        && before.code().equals(why.code())
                        && told.get(0).equals(named.what()));
    }
}
