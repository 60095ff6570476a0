package org.jointflights.process.flight;

import java.util.Set;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class ContractCarrierForm implements TaskForm {

    private final ContractCarrier contracting;
    private final FlightView view;

    ContractCarrierForm(ContractCarrier contracting, FlightView view) {
        this.contracting = contracting;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_contractCarrier";
    }

    @Override
    public Set<String> fields() {
        return Set.of("price", "signed");
    }

    @Override
    public Set<String> shows() {
        return Set.of("flightSummary", "seatRows", "chosenCarrier", "chosenPrice", "feeText");
    }

    @Override
    public void open(OpenTask task) {
        CarrierQuote quote = contracting.chosenQuote(task.reference());
        view.show(task);
        task.show("chosenCarrier", quote.carrier())
                .show("chosenPrice", FormLanguage.say(quote.price()))
                .show(
                        "feeText",
                        FormLanguage.say(
                                "flight.form.fees",
                                quote.fees().early(),
                                quote.fees().withinFiveDays(),
                                quote.fees().withinADay()));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        CarrierQuote quote = contracting.chosenQuote(task.reference());
        if (!answers.yes("signed")) {
            throw BadInput.of("signed", "no", "flight.contract.notSigned");
        }
        contracting.sign(task.reference(), answers.money("price", quote.price().currency()));
    }
}
