package org.jointflights.process.planning;

import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.planning.ChooseCarrier;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class EnterQuoteForm implements TaskForm {

    private final ChooseCarrier planning;
    private final QuoteRows quotes;

    EnterQuoteForm(ChooseCarrier planning, QuoteRows quotes) {
        this.planning = planning;
        this.quotes = quotes;
    }

    @Override
    public String task() {
        return "userTask_enterQuote";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "carrier",
                "price",
                "currency",
                "seats",
                "option",
                "feeEarly",
                "feeFiveDays",
                "feeOneDay",
                "anotherQuote");
    }

    @Override
    public Set<String> shows() {
        return QuoteRows.SHOWS;
    }

    @Override
    public void open(OpenTask task) {
        quotes.show(task);
        task.prefill("feeEarly", 20L).prefill("feeFiveDays", 40L).prefill("feeOneDay", 100L);
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        planning.enter(new CarrierQuote(
                task.reference(),
                quotes.next(task.reference()),
                answers.shortText("carrier", 200),
                answers.money("price", answers.currencyOrEuro("currency")),
                answers.wholeNumber("seats", 1, 500),
                answers.date("option"),
                new CarrierQuote.FeePercents(
                        answers.wholeNumber("feeEarly", 0, 100),
                        answers.wholeNumber("feeFiveDays", 0, 100),
                        answers.wholeNumber("feeOneDay", 0, 100)),
                false,
                null,
                null));
        task.decide(PlanningProcess.ANOTHER_QUOTE, answers.yes("anotherQuote"));
    }
}
