package org.jointflights.web.costs;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jointflights.application.costs.ReadFlightFigures;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.needs.ReadNeeds;
import org.jointflights.application.scenario.KeepScenarios;
import org.jointflights.application.scenario.ReadScenarios;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.needs.CharterTerms;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.jointflights.web.people.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where figures are changed and the shares move: under every key, side by side, against flying alone. They are kept on request. */
@Controller
@RequestMapping("/what-if")
class WhatIfPage {

    private final ReadFlightFigures figures;
    private final ReadNeeds needs;
    private final ReadScenarios scenarios;
    private final KeepScenarios keeping;
    private final WhatIfModel page;
    private final SharingTurns turns;

    WhatIfPage(
            ReadFlightFigures figures,
            ReadNeeds needs,
            ReadScenarios scenarios,
            KeepScenarios keeping,
            WhatIfModel page,
            SharingTurns turns) {
        this.figures = figures;
        this.needs = needs;
        this.scenarios = scenarios;
        this.keeping = keeping;
        this.page = page;
        this.turns = turns;
    }

    @GetMapping
    String show(
            @RequestParam(name = "flight", required = false) @Nullable String typed,
            @RequestParam Map<String, String> asked,
            Model model,
            Locale language) {
        String match = asked.get("match");
        if (match != null && !match.isBlank()) {
            CharterTerms terms = ReadNeeds.terms(new TypedFields(asked));
            page.fill(needs.figures(match, terms, language), model, language);
            model.addAttribute("match", match);
            return WhatIfModel.PAGE;
        }
        if (typed == null || typed.isBlank()) {
            page.fill(model, language);
            return WhatIfModel.PAGE;
        }
        OperationReference reference = OperationReference.named(typed.strip());
        ReadFlightFigures.Figures now = figures.of(reference);
        page.fill(now.json(), model, language);
        model.addAttribute("flight", reference.value());
        model.addAttribute("unconverted", now.unconverted());
        return WhatIfModel.PAGE;
    }

    /** Leads to the figures of the match that came about last; where there is none it is said above the example. */
    @GetMapping("/newest-match")
    String newestMatch(Principal person, Model model, Locale language) {
        needs.requireReader();
        Optional<String> code = turns.inTurn(person.getName(), () -> needs.newest(CharterTerms.USUAL, language));
        if (code.isPresent()) {
            return "redirect:/what-if?match=" + code.get();
        }
        page.fill(model, language);
        model.addAttribute("noMatch", true);
        return WhatIfModel.PAGE;
    }

    /** Keeps the figures under a name, and leads to the address they have from then on. */
    @PostMapping
    ModelAndView keep(@RequestParam Map<String, String> answers, Model model, Locale language) {
        String[] address = {""};
        return FormPage.leading(
                WhatIfModel.PAGE,
                model,
                language,
                () -> address[0] =
                        keeping.keep(new TypedFields(answers), answers.getOrDefault("input", ""), origin(answers)),
                () -> page.again(answers, model, language),
                () -> "/what-if/" + address[0]);
    }

    /** What is copied comes from where the scenario does that it is copied from. */
    private ScenarioOrigin origin(Map<String, String> answers) {
        String from = answers.getOrDefault("from", "");
        if (!from.isBlank()) {
            return scenarios.originOf(from);
        }
        String flight = answers.getOrDefault("flight", "");
        if (!flight.isBlank()) {
            return ScenarioOrigin.of(OperationReference.named(flight.strip()));
        }
        return answers.getOrDefault("match", "").isBlank() ? ScenarioOrigin.OWN : ScenarioOrigin.MATCH;
    }
}
