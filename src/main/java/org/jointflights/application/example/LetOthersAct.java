package org.jointflights.application.example;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.application.people.administration.RequireAdministrator;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Has the people of the example take a flight to its next stage, so that whoever rehearses does by hand what they want to see. */
@Component
@Profile("example")
public class LetOthersAct {

    /** A task that opens anew each time it is done would keep them busy for ever. */
    private static final int MOST_ROUNDS = 40;

    /** From the go to the boarding gates open at a dozen dates; a date that comes again and again would keep the clock going for ever. */
    private static final int MOST_DATES = 40;

    private final StandIns others;
    private final DueWork work;
    private final MoveClock clock;
    private final Flights flights;
    private final LogAdministration log;
    private final CurrentUser actor;

    LetOthersAct(
            StandIns others, DueWork work, MoveClock clock, Flights flights, LogAdministration log, CurrentUser actor) {
        this.others = others;
        this.work = work;
        this.clock = clock;
        this.flights = flights;
        this.log = log;
        this.actor = actor;
    }

    /**
     * They have acted.
     *
     * @param said what they did, and how far the flight is
     * @param move of the clock, if it went along
     */
    public record Acted(Sentence said, Optional<ClockMove> move) {}

    /** Until it has got there, or nobody can do anything before a date; what they did. Throws {@link NotYours} unless an administrator asks. */
    public Acted toNextStage(OperationReference flight) {
        RequireAdministrator.require(actor);
        Stage before = flights.get(flight).stage();
        log.record("rehearsal.log.others", flight);
        int done = work.undisturbed(() -> act(flight, before));
        return new Acted(said(flight, done), Optional.empty());
    }

    /**
     * Likewise, and where the flight waits for nobody any more the clock goes to its next date, and they go on. What only a person can
     * answer stops the clock: its deadline would pass unseen.
     */
    public Acted toNextStageInTime(OperationReference flight) {
        RequireAdministrator.require(actor);
        Stage before = flights.get(flight).stage();
        log.record("rehearsal.log.others", flight);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger dates = new AtomicInteger();
        Optional<ClockMove> move = clock.along(flight, () -> {
            done.addAndGet(act(flight, before));
            return flights.get(flight).stage() == before
                    && !others.isAnythingOpen(flight)
                    && dates.getAndIncrement() < MOST_DATES;
        });
        return new Acted(said(flight, done.get()), move);
    }

    private Sentence said(OperationReference flight, int done) {
        Sentence stage = Sentence.of("flight.stage." + flights.get(flight).stage());
        return done == 0
                ? Sentence.of("rehearsal.others.nothing", flight, stage)
                : Sentence.of("rehearsal.others.did", flight, done, stage);
    }

    /** The flights that are not over. */
    public List<Flight> openFlights() {
        return flights.all().stream()
                .filter(flight -> flight.stage() != Stage.CLOSED && flight.stage() != Stage.CANCELLED)
                .toList();
    }

    private int act(OperationReference flight, Stage before) {
        int done = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            work.take();
            int now = flights.get(flight).stage() == before ? others.doWhatIsOpen(flight) : 0;
            if (now == 0) {
                return done;
            }
            done += now;
        }
        return done;
    }
}
