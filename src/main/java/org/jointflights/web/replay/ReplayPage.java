package org.jointflights.web.replay;

import java.util.Locale;
import java.util.Set;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.replay.Oddity;
import org.jointflights.application.replay.Replay;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The report on the real operations, for managers and auditors. */
@Controller
class ReplayPage {

    private static final Set<Role> READERS = Set.of(Role.MANAGER, Role.AUDITOR);

    private final Replay replay;
    private final CurrentUser user;

    ReplayPage(Replay replay, CurrentUser user) {
        this.replay = replay;
        this.user = user;
    }

    /** Writes amounts as the reader's language does. */
    record Amounts(Locale language) {

        public String of(Money money) {
            return MoneyText.format(money, language);
        }
    }

    @GetMapping("/replay")
    String show(Model model, Locale language) {
        if (READERS.stream().noneMatch(role -> user.isIn(role.group()))) {
            throw NotYours.of("replay.notYours");
        }
        model.addAttribute("report", replay.run());
        model.addAttribute("oddities", Oddity.values());
        model.addAttribute("amounts", new Amounts(language));
        return "replay";
    }
}
