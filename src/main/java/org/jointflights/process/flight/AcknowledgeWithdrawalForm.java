package org.jointflights.process.flight;

import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Sentence;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class AcknowledgeWithdrawalForm implements TaskForm {

    private final Participations participations;
    private final Flights flights;
    private final WriteTrail trail;
    private final FlightView view;

    AcknowledgeWithdrawalForm(Participations participations, Flights flights, WriteTrail trail, FlightView view) {
        this.participations = participations;
        this.flights = flights;
        this.trail = trail;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_acknowledgeWithdrawal";
    }

    @Override
    public Set<String> fields() {
        return Set.of("note");
    }

    @Override
    public Set<String> shows() {
        return Set.of("flightSummary", "seatRows", "withdrawnParty", "withdrawalReason", "effect");
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        Sentence why = participations.get(task.reference(), task.party()).why();
        task.show("withdrawnParty", FormLanguage.name(task.party()))
                .show("withdrawalReason", why == null ? null : FormLanguage.say(why))
                .show(
                        "effect",
                        FormLanguage.say(
                                flights.get(task.reference()).stage().isCommitted()
                                        ? "flight.form.withdrawal.signed"
                                        : "flight.form.withdrawal.notSigned"));
    }

    @Override
    public void complete(CompletedTask task) {
        trail.recordOf(
                task.reference(),
                task.party(),
                TrailEvent.ACKNOWLEDGED,
                task.party(),
                task.answers().remark("note"));
        long open = task.read(FlightProcess.WITHDRAWALS_OPEN) - 1;
        task.decide(FlightProcess.WITHDRAWALS_OPEN, open);
        task.decide(FlightProcess.WITHDRAWALS_DONE, open == 0);
    }
}
