package org.jointflights.web.replay;

import java.util.Locale;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.replay.Oddity;
import org.jointflights.application.replay.ReplayLedger;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The report on the real operations, for managers and auditors. */
@Controller
class ReplayPage {

    private final ReplayLedger replay;
    private final CheckFlightAccess access;

    ReplayPage(ReplayLedger replay, CheckFlightAccess access) {
        this.replay = replay;
        this.access = access;
    }

    /** Writes amounts as the reader's language does. */
    record Amounts(Locale language) {

        public String of(Money money) {
            return MoneyText.format(money, language);
        }
    }

    @GetMapping("/replay")
    String show(Model model, Locale language) {
        if (!access.viewer().readsReports()) {
            throw NotYours.of("replay.notYours");
        }
        model.addAttribute("report", replay.run());
        model.addAttribute("oddities", Oddity.values());
        model.addAttribute("amounts", new Amounts(language));
        return "replay";
    }
}
