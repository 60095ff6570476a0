package org.jointflights.process.planning;

import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.planning.ConsolidatePlan;
import org.jointflights.application.planning.Crews;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Crew;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class ConsolidatePlanForm implements TaskForm {

    private final ConsolidatePlan planning;
    private final Crews crews;
    private final FlightView view;

    ConsolidatePlanForm(ConsolidatePlan planning, Crews crews, FlightView view) {
        this.planning = planning;
        this.crews = crews;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_consolidatePlan";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "escortLeader", "doctor", "interpreter", "monitor", "emptySeats", "invited");
    }

    @Override
    public Set<String> shows() {
        return FlightView.SHOWS;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        crews.of(task.reference())
                .ifPresent(crew -> task.prefill("escortLeader", crew.escortLeader())
                        .prefill("doctor", crew.doctor())
                        .prefill("interpreter", crew.interpreter())
                        .prefill("monitor", crew.monitor()));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        Decision decision = answers.choice("decision", Decision.class);
        switch (decision) {
            case SETTLED ->
                planning.consolidate(
                        task.reference(),
                        new Crew(
                                answers.text("escortLeader"),
                                answers.text("doctor"),
                                answers.text("interpreter"),
                                answers.text("monitor")),
                        answers.choice("emptySeats", WithdrawalRule.class));
            case INVITE -> planning.invite(task.reference(), answers.parties("invited"));
            case GIVE_UP -> planning.noPlan(task.reference());
        }
        task.decide(PlanningProcess.PLANNED, decision == Decision.SETTLED);
        task.decide(PlanningProcess.OFFER_AGAIN, decision == Decision.INVITE);
    }

    private enum Decision {
        SETTLED,
        INVITE,
        GIVE_UP
    }
}
