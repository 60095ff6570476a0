package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.domain.operation.HeadCount;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.Markdown;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A state's escort leader says how many were handed over; refused unless the last call is clear. */
@Component
class ConfirmHandOverForm implements TaskForm {

    private static final int MOST = 500;

    private final FlightLine flight;
    private final CountHeads people;

    ConfirmHandOverForm(FlightLine flight, CountHeads people) {
        this.flight = flight;
        this.people = people;
    }

    @Override
    public String task() {
        return "userTask_confirmHandOver";
    }

    @Override
    public Set<String> fields() {
        return Set.of("handedOver", "notHandedOver", "withProperty", "reason");
    }

    @Override
    public Set<String> shows() {
        return Set.of(FlightLine.NAME, "about");
    }

    @Override
    public void open(OpenTask task) {
        flight.show(task);
        HeadCount count = people.of(task.reference(), task.party());
        task.show(
                "about",
                Markdown.of(
                        "operation.form.handOver",
                        flight.airport(task),
                        FormLanguage.name(task.party()),
                        count.flown().returnees(),
                        count.expected()));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        people.handOver(
                task.reference(),
                task.party(),
                answers.wholeNumber("handedOver", 0, MOST),
                answers.wholeNumberOrZero("notHandedOver", MOST),
                answers.wholeNumber("withProperty", 0, MOST),
                answers.optionalRemark("reason").orElse(null));
    }
}
