package org.jointflights.web.example;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jointflights.application.example.ClockMove.StageChange;
import org.jointflights.application.example.DueWork.Step;
import org.jointflights.application.example.RehearsedMoment;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.web.overview.FlightWording;

/** Says values as the reader's language writes them; the template calls it {@code say}. */
record RehearsalWording(Locale language) {

    public String word(Worded worded) {
        return worded.in(language);
    }

    public String time(Instant moment) {
        return new RehearsedMoment(moment).in(language);
    }

    public String groups(Collection<String> groups) {
        return new FlightWording(language).groups(groups);
    }

    /** A step that had waited for a date. */
    public String fired(Step step) {
        return of("rehearsal.fired", step);
    }

    /** One that has failed as often as it may. */
    public String failed(Step step) {
        return of("rehearsal.failed", step);
    }

    private String of(String code, Step step) {
        Object flight = step.flight() == null ? Sentence.of("rehearsal.noFlight") : step.flight();
        return Sentence.of(code, new RehearsedMoment(step.at()), step.name(), flight)
                .in(language);
    }

    public String change(StageChange change) {
        return Sentence.of("rehearsal.change", change.flight(), stage(change.before()), stage(change.after()))
                .in(language);
    }

    public String stage(Flight flight) {
        return stage(flight.stage()).in(language);
    }

    private static Sentence stage(Stage stage) {
        return Sentence.of("flight.stage." + stage);
    }
}
