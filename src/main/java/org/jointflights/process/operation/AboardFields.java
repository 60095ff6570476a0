package org.jointflights.process.operation;

import java.util.Set;
import org.jointflights.application.flight.SeatWords;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.domain.Seats;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.HeadCount;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.Markdown;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The part that the two head counts on board share: at the start and at a stop-over. */
@Component
class AboardFields {

    static final Set<String> FIELDS = Set.of(
            "returnees",
            "escorts",
            "medical",
            "interpreters",
            "monitors",
            "others",
            "destinationEscorts",
            "absent",
            "cause",
            "why");
    static final Set<String> SHOWS = Set.of(FlightLine.NAME, "about", "asksDestinationEscorts");

    private static final int MOST = 500;

    private final CountHeads people;
    private final FlightLine flight;

    AboardFields(CountHeads people, FlightLine flight) {
        this.flight = flight;
        this.people = people;
    }

    void open(OpenTask task) {
        HeadCount count = people.of(task.reference(), task.party());
        task.show(
                "about",
                Markdown.of(
                        "operation.form.aboard",
                        flight.airport(task),
                        FormLanguage.name(task.party()),
                        count.expected(),
                        SeatWords.staff(count.committed(), FormLanguage.spoken())));
        task.show("asksDestinationEscorts", people.countsDestinationEscorts(task.reference()) ? "yes" : "no");
    }

    void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        Seats aboard = new Seats(
                answers.wholeNumber("returnees", 0, MOST),
                answers.wholeNumberOrZero("escorts", MOST),
                answers.wholeNumberOrZero("medical", MOST),
                answers.wholeNumberOrZero("interpreters", MOST),
                answers.wholeNumberOrZero("monitors", MOST),
                answers.wholeNumberOrZero("others", MOST));
        int absent = answers.wholeNumberOrZero("absent", MOST);
        people.countAboard(
                task.reference(),
                task.party(),
                task.read(OperationProcess.STOP),
                aboard,
                answers.wholeNumberOrZero("destinationEscorts", MOST),
                absent == 0 ? null : new Leavers(absent, answers.choice("cause", Cause.class), answers.remark("why")));
    }
}
