package org.jointflights.process.planning;

import java.util.Set;
import org.jointflights.application.planning.ChooseCarrier;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class ChooseCarrierForm implements TaskForm {

    private final ChooseCarrier planning;
    private final QuoteRows quotes;

    ChooseCarrierForm(ChooseCarrier planning, QuoteRows quotes) {
        this.planning = planning;
        this.quotes = quotes;
    }

    @Override
    public String task() {
        return "userTask_chooseCarrier";
    }

    @Override
    public Set<String> fields() {
        return Set.of("quote", "reason");
    }

    @Override
    public Set<String> shows() {
        return QuoteRows.SHOWS_WITH_OPTIONS;
    }

    @Override
    public void open(OpenTask task) {
        quotes.show(task);
        task.showRows("quoteOptions", quotes.options(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        planning.choose(
                task.reference(),
                task.answers().wholeNumber("quote", 1, 99),
                task.answers().optionalRemark("reason").orElse(null));
    }
}
