package org.jointflights.process.engine;

import java.util.Map;
import java.util.Optional;
import org.jointflights.application.desk.AmountOfTask;
import org.jointflights.application.desk.DeskFigure.Meaning;
import org.springframework.stereotype.Component;

@Component
class EngineAmountOfTask implements AmountOfTask {

    private static final Map<String, Meaning> AMOUNTS = Map.of(
            "userTask_acceptShare",
            Meaning.SHARE,
            "userTask_signPlan",
            Meaning.SHARE,
            "userTask_signAsManager",
            Meaning.COST,
            "userTask_giveGo",
            Meaning.COST,
            "userTask_signDecisionForState",
            Meaning.CEILING,
            "userTask_signDecisionForFrontex",
            Meaning.CEILINGS,
            "userTask_signStatement",
            Meaning.GETS,
            "userTask_confirmPayment",
            Meaning.INCOMING);

    @Override
    public Optional<Meaning> of(String task) {
        return Optional.ofNullable(AMOUNTS.get(task));
    }
}
