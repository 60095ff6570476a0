package org.jointflights.process.flight;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.domain.flight.ResumingAdvice;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.Markdown;
import org.jointflights.process.engine.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of a suspended flight show: the flight, why it is suspended and by whom, and what was advised. */
@Component
class SuspensionView {

    private final Flights flights;
    private final Suspensions suspensions;
    private final People people;
    private final FlightView view;

    SuspensionView(Flights flights, Suspensions suspensions, People people, FlightView view) {
        this.flights = flights;
        this.suspensions = suspensions;
        this.people = people;
        this.view = view;
    }

    /** The names that a form uses that shows the suspension, and those. */
    static Set<String> shows(String... more) {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of("suspendedFor", "suspendedBy"));
        shown.addAll(Set.of(more));
        return Set.copyOf(shown);
    }

    void show(OpenTask task) {
        view.show(task);
        task.show("suspendedFor", flights.get(task.reference()).suspendedFor());
        Suspension suspension = suspensions.current(task.reference()).orElse(null);
        task.show(
                "suspendedBy",
                suspension == null
                        ? Markdown.nothing()
                        : Markdown.of("flight.form.suspendedBy", name(suspension.by()), moment(task, suspension.at())));
    }

    /** The form's names must have {@code adviceGiven} and {@code reasonsOfAdvice} among them. */
    void showAdvice(OpenTask task) {
        ResumingAdvice advice =
                suspensions.current(task.reference()).map(Suspension::advice).orElse(null);
        task.show("adviceGiven", words(task, advice));
        task.show("reasonsOfAdvice", advice == null ? null : advice.reasons());
    }

    private Markdown words(OpenTask task, @Nullable ResumingAdvice advice) {
        if (advice == null) {
            return Markdown.of("flight.form.advice.none");
        }
        String who = name(advice.by());
        String when = moment(task, advice.at());
        return advice.inFavour()
                ? Markdown.of("flight.form.advice.for", who, when)
                : Markdown.of("flight.form.advice.against", who, when);
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private String moment(OpenTask task, Instant at) {
        return FormLanguage.moment(
                at.atZone(flights.get(task.reference()).departure().getZone()));
    }
}
