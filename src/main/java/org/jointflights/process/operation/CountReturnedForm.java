package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.Markdown;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A state's escort leader says how many came back where they landed: nobody who was flown is lost from the books. */
@Component
class CountReturnedForm implements TaskForm {

    private static final int MOST = 500;

    private final FlightLine flight;
    private final CountHeads people;

    CountReturnedForm(FlightLine flight, CountHeads people) {
        this.flight = flight;
        this.people = people;
    }

    @Override
    public String task() {
        return "userTask_countReturned";
    }

    @Override
    public Set<String> fields() {
        return Set.of("landedBack", "missing", "reason");
    }

    @Override
    public Set<String> shows() {
        return Set.of(FlightLine.NAME, "about");
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        task.show(
                "about",
                Markdown.of(
                        "operation.form.returned",
                        FormLanguage.name(task.party()),
                        people.comeBack(task.reference(), task.party())));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        people.countBack(
                task.reference(),
                task.party(),
                answers.wholeNumber("landedBack", 0, MOST),
                answers.wholeNumberOrZero("missing", MOST),
                answers.optionalRemark("reason").orElse(null));
    }

    /** An aircraft that is on its way back comes down, whatever was decided about it. */
    @Override
    public boolean worksWhileSuspended() {
        return true;
    }
}
