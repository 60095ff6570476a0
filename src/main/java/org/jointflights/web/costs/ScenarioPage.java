package org.jointflights.web.costs;

import java.util.Locale;
import java.util.Map;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.scenario.KeepScenarios;
import org.jointflights.application.scenario.ReadScenarios;
import org.jointflights.web.people.FormPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A scenario that somebody keeps: its owner goes on with it there, and others read it where it is shared. */
@Controller
@RequestMapping("/what-if/{scenario}")
class ScenarioPage {

    private final ReadScenarios scenarios;
    private final KeepScenarios keeping;
    private final WhatIfModel page;

    ScenarioPage(ReadScenarios scenarios, KeepScenarios keeping, WhatIfModel page) {
        this.scenarios = scenarios;
        this.keeping = keeping;
        this.page = page;
    }

    @GetMapping
    String show(@PathVariable("scenario") String address, Model model, Locale language) {
        page.fill(scenarios.open(address), Map.of(), model, language);
        return WhatIfModel.PAGE;
    }

    /** Keeps other figures there. */
    @PostMapping
    ModelAndView change(
            @PathVariable("scenario") String address,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        return acted(
                address,
                answers,
                () -> keeping.change(address, answers.getOrDefault("version", ""), answers.getOrDefault("input", "")),
                model,
                language);
    }

    @PostMapping("/name")
    ModelAndView rename(
            @PathVariable("scenario") String address,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        return acted(address, Map.of(), () -> keeping.rename(address, new TypedFields(answers)), model, language);
    }

    @PostMapping("/share")
    ModelAndView share(@PathVariable("scenario") String address, Model model, Locale language) {
        return acted(address, Map.of(), () -> keeping.share(address), model, language);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@PathVariable("scenario") String address, Model model, Locale language) {
        return acted(address, Map.of(), () -> keeping.withdraw(address), model, language);
    }

    @PostMapping("/deletion")
    String delete(@PathVariable("scenario") String address) {
        keeping.delete(address);
        return "redirect:/what-if";
    }

    private ModelAndView acted(
            String address, Map<String, String> answers, FormPage.Step act, Model model, Locale language) {
        return FormPage.leading(
                WhatIfModel.PAGE,
                model,
                language,
                act,
                () -> page.fill(scenarios.open(address), answers, model, language),
                () -> "/what-if/" + address);
    }
}
