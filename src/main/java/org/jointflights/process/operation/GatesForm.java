package org.jointflights.process.operation;

import java.util.List;
import java.util.Set;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.operation.GateReplies;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Question;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;

/** A task in which somebody answers gates. They differ in when that is, what is asked then, and where the answers go. */
abstract class GatesForm implements TaskForm {

    protected final AnswerGates keeping;
    private final String task;
    private final FlightLine flight;
    private final GateSheet sheet;

    GatesForm(String task, FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        this.keeping = keeping;
        this.task = task;
        this.flight = flight;
        this.sheet = sheet;
    }

    abstract Sentence when(OpenTask open);

    abstract List<Question> asked(OpenTask open);

    abstract void answer(CompletedTask completed, AnsweringGroup who, GateReplies replies);

    AnsweringGroup who(OpenTask open) {
        return AnsweringGroup.of(open.read(OperationProcess.ASKED), open.read(FlightVariables.ORGANISER));
    }

    AnsweringGroup who(CompletedTask completed) {
        return AnsweringGroup.of(completed.read(OperationProcess.ASKED), completed.read(FlightVariables.ORGANISER));
    }

    final Sentence atAirport(OpenTask open) {
        return Sentence.of("operation.form.at", flight.airport(open));
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public Set<String> fields() {
        return GateFields.fields();
    }

    @Override
    public Set<String> shows() {
        return GateFields.shows();
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask open) {
        flight.show(open);
        sheet.show(
                open,
                open.once(
                        GateSheet.Facts.class,
                        () -> sheet.facts(open.reference(), when(open), who(open), asked(open))));
    }

    /** The escorts' leader reads how many people with needs the states have told of until now. */
    @Override
    public void claimed(OpenTask open) {
        if (open.isFor(Role.ESCORT_LEADER)) {
            sheet.showNeeds(open);
        }
    }

    @Override
    public void complete(CompletedTask completed) {
        answer(completed, who(completed), GateFields.read(completed));
    }
}
