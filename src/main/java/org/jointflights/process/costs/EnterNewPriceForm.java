package org.jointflights.process.costs;

import java.util.Set;
import org.jointflights.application.costs.KeepBudget;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.money.Money;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** After a change of plan the organiser enters what the carrier under contract takes now, before the costs are agreed anew. */
@Component
class EnterNewPriceForm implements TaskForm {

    private final ContractCarrier contracting;
    private final KeepBudget budget;
    private final FlightView view;

    EnterNewPriceForm(ContractCarrier contracting, KeepBudget budget, FlightView view) {
        this.contracting = contracting;
        this.budget = budget;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_enterNewPrice";
    }

    @Override
    public Set<String> fields() {
        return Set.of("price", "agreed");
    }

    @Override
    public Set<String> shows() {
        return Set.of("flightSummary", "seatRows", "chosenCarrier", "chosenPrice");
    }

    @Override
    public void open(OpenTask task) {
        CarrierQuote quote = contracting.chosenQuote(task.reference());
        view.show(task);
        task.show("chosenCarrier", quote.carrier()).show("chosenPrice", FormLanguage.say(quote.price()));
    }

    @Override
    public void complete(CompletedTask task) {
        Money before = contracting.chosenQuote(task.reference()).price();
        if (!task.answers().yes("agreed")) {
            throw BadInput.of("agreed", "no", "flight.contract.notAgreed");
        }
        Money now = task.answers().money("price", before.currency());
        contracting.agreeNewPrice(task.reference(), now);
        budget.followCharter(task.reference(), before, now);
    }
}
