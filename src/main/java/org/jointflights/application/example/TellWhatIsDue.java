package org.jointflights.application.example;

import org.jointflights.application.closing.DropVoucherFiles;
import org.jointflights.application.deadlines.TellOfDeadlines;
import org.jointflights.application.hours.RemindOfExchanges;
import org.jointflights.application.netting.RemindOfNettings;
import org.jointflights.application.overview.TellOfTasks;
import org.jointflights.application.scenario.DropScenarios;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the application looks for every minute or hour of the machine's time, done at once where the clock has gone faster. */
@Component
@Profile("example")
public class TellWhatIsDue {

    private final TellOfTasks coming;
    private final TellOfDeadlines due;
    private final RemindOfNettings nettings;
    private final RemindOfExchanges exchanges;
    private final DropVoucherFiles vouchers;
    private final DropScenarios scenarios;

    TellWhatIsDue(
            TellOfTasks coming,
            TellOfDeadlines due,
            RemindOfNettings nettings,
            RemindOfExchanges exchanges,
            DropVoucherFiles vouchers,
            DropScenarios scenarios) {
        this.coming = coming;
        this.due = due;
        this.nettings = nettings;
        this.exchanges = exchanges;
        this.vouchers = vouchers;
        this.scenarios = scenarios;
    }

    /** As things stand now. */
    public void tell() {
        coming.tell();
        due.tell();
        nettings.tell();
        exchanges.tell();
        vouchers.drop();
        scenarios.drop();
    }
}
