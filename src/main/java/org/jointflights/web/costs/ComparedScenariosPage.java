package org.jointflights.web.costs;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.costs.CompareEveryKey;
import org.jointflights.application.scenario.CompareScenarios;
import org.jointflights.application.scenario.ReadScenarios;
import org.jointflights.application.scenario.ReadScenarios.Opened;
import org.jointflights.application.scenario.Scenarios;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.scenario.ComparedShares;
import org.jointflights.web.people.FormPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two scenarios side by side, of one's own or shared by others: who bears what in each by one key, and the difference. */
@Controller
class ComparedScenariosPage {

    /** The last part of an address, however it was copied. */
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9_-]+)/?\\s*$");

    private final ReadScenarios scenarios;
    private final CompareScenarios comparing;
    private final SharingTurns turns;

    ComparedScenariosPage(ReadScenarios scenarios, CompareScenarios comparing, SharingTurns turns) {
        this.scenarios = scenarios;
        this.comparing = comparing;
        this.turns = turns;
    }

    @GetMapping("/what-if/compare")
    ModelAndView show(@RequestParam Map<String, String> asked, Principal person, Model model, Locale language) {
        String first = asked.getOrDefault("first", "");
        String other = asked.getOrDefault("other", "");
        String second = other.isBlank() ? asked.getOrDefault("second", "") : address(other);
        String key = asked.getOrDefault("key", CompareEveryKey.ENTERED);
        List<Scenarios.Line> own = scenarios.own();
        model.addAttribute("own", own);
        model.addAttribute("keys", Key.toTryOut());
        model.addAttribute("entered", CompareEveryKey.ENTERED);
        model.addAttribute("key", key);
        model.addAttribute("first", first);
        model.addAttribute("second", second);
        model.addAttribute("say", new ScenarioWording(language));
        return FormPage.of(
                "scenarios",
                model,
                language,
                () -> {
                    if (!first.isBlank() && !second.isBlank()) {
                        compare(first, second, key, person.getName(), model);
                    }
                },
                () -> {});
    }

    private void compare(String first, String second, String key, String person, Model model) {
        Opened one = scenarios.open(first);
        Opened another = scenarios.open(second);
        model.addAttribute("one", one);
        model.addAttribute("another", another);
        ComparedShares compared = turns.inTurn(
                person,
                () -> comparing.of(one.scenario().input(), another.scenario().input(), key));
        model.addAttribute("compared", compared);
    }

    private static String address(String typed) {
        Matcher found = ADDRESS.matcher(typed);
        return found.find() ? found.group(1) : typed.strip();
    }
}
