package org.jointflights.process.operation;

import java.time.ZoneId;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.CountRestrained;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.Markdown;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The escort leader or the doctor of a party says whether a restraint goes on, and of how many. */
@Component
class ReviewRestraintForm implements TaskForm {

    private static final int MOST = 500;

    private enum Outcome {
        CONTINUE,
        END
    }

    private final CountRestrained restrained;
    private final Flights flights;
    private final FlightView view;

    ReviewRestraintForm(CountRestrained restrained, Flights flights, FlightView view) {
        this.restrained = restrained;
        this.flights = flights;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_reviewRestraint";
    }

    @Override
    public Set<String> fields() {
        return Set.of("restraintReview", "stillRestrained");
    }

    @Override
    public Set<String> shows() {
        return Set.of(FlightView.FLIGHT, "about");
    }

    @Override
    public boolean prepares() {
        return false;
    }

    /** Nobody stays restrained because a flight rests. */
    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public void open(OpenTask task) {
        view.showFlight(task);
        Restraint restraint = restrained.of(task.reference(), task.read(RestraintProcess.NUMBER));
        ZoneId zone = flights.get(task.reference()).departure().getZone();
        task.show(
                "about",
                Markdown.of(
                        "operation.form.restraint",
                        FormLanguage.name(restraint.party()),
                        restraint.persons(),
                        FormLanguage.moment(restraint.started().atZone(zone)),
                        FormLanguage.moment(restraint.reviewDue().atZone(zone))));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        boolean ends = answers.choice("restraintReview", Outcome.class) == Outcome.END;
        int persons = ends
                ? answers.wholeNumberOrZero("stillRestrained", MOST)
                : answers.wholeNumber("stillRestrained", 1, MOST);
        if (ends && persons > 0) {
            throw BadInput.of("stillRestrained", persons, "operation.restraint.endsWithNobody");
        }
        task.decide(
                RestraintProcess.ENDED,
                restrained.review(task.reference(), task.read(RestraintProcess.NUMBER), persons));
    }
}
