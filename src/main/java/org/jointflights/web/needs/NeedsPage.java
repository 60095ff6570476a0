package org.jointflights.web.needs;

import java.security.Principal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.needs.AskToMove;
import org.jointflights.application.needs.EnterNeeds;
import org.jointflights.application.needs.ProposeMatch;
import org.jointflights.application.needs.ReadNeeds;
import org.jointflights.application.overview.ReadModels;
import org.jointflights.application.people.People;
import org.jointflights.domain.needs.CharterTerms;
import org.jointflights.domain.needs.Need;
import org.jointflights.web.costs.SharingTurns;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
import org.jointflights.web.signin.EnginePages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What states expect to return, by month and destination; who could fly together; and where a proposal begins. */
@Controller
@RequestMapping("/needs")
class NeedsPage {

    private static final String PAGE = "needs";

    private final ReadNeeds needs;
    private final EnterNeeds entering;
    private final ProposeMatch proposing;
    private final AskToMove asking;
    private final People people;
    private final SharingTurns turns;
    private final ReadModels models;

    NeedsPage(
            ReadNeeds needs,
            EnterNeeds entering,
            ProposeMatch proposing,
            AskToMove asking,
            People people,
            SharingTurns turns,
            ReadModels models) {
        this.needs = needs;
        this.entering = entering;
        this.proposing = proposing;
        this.asking = asking;
        this.people = people;
        this.turns = turns;
        this.models = models;
    }

    /** With what is assumed of aircraft, and, to change a need, with its figures in the form. */
    @GetMapping
    ModelAndView show(@RequestParam Map<String, String> asked, Principal person, Model model, Locale language) {
        needs.requireReader();
        CharterTerms[] terms = {CharterTerms.USUAL};
        return FormPage.of(
                PAGE,
                model,
                language,
                () -> terms[0] = ReadNeeds.terms(new TypedFields(asked)),
                () -> fill(terms[0], asked, person, model, language));
    }

    @PostMapping
    ModelAndView enter(@RequestParam Map<String, String> answers, Principal person, Model model, Locale language) {
        entering.requireCoordinator();
        return kept(answers, () -> entering.enter(new TypedFields(answers)), person, model, language);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@RequestParam Map<String, String> answers, Principal person, Model model, Locale language) {
        entering.requireCoordinator();
        return FormPage.leading(
                PAGE,
                model,
                language,
                () -> entering.withdraw(new TypedFields(answers)),
                () -> fill(CharterTerms.USUAL, answers, person, model, language),
                () -> "/needs#own");
    }

    /** A need counts for a neighbouring month from now on, so that its state could fly with others. */
    @PostMapping("/move")
    ModelAndView move(@RequestParam Map<String, String> answers, Principal person, Model model, Locale language) {
        entering.requireCoordinator();
        return kept(answers, () -> entering.move(new TypedFields(answers)), person, model, language);
    }

    /** Another state is asked to move its need by a month; the page shows afterwards that it was, by whom and when. */
    @PostMapping("/question")
    ModelAndView ask(@RequestParam Map<String, String> answers, Principal person, Model model, Locale language) {
        entering.requireCoordinator();
        TypedFields typed = new TypedFields(answers);
        CharterTerms[] terms = {CharterTerms.USUAL};
        return FormPage.leading(
                PAGE,
                model,
                language,
                () -> {
                    terms[0] = ReadNeeds.terms(typed);
                    turns.inTurn(person.getName(), () -> asking.ask(typed, terms[0], language));
                },
                () -> fill(terms[0], Map.of(), person, model, language),
                () -> "/needs?perKm=%s&seatsPerPerson=%d&largestAircraft=%d#h-moved"
                        .formatted(
                                terms[0].perKm().decimal().toPlainString(),
                                terms[0].seatsPerPerson(),
                                terms[0].largest()));
    }

    /** The form that proposes a flight, with what the match knows in it. */
    @PostMapping("/proposal")
    ModelAndView propose(@RequestParam Map<String, String> answers, Principal person, Model model, Locale language) {
        entering.requireCoordinator();
        TypedFields typed = new TypedFields(answers);
        return FormPage.leading(
                PAGE,
                model,
                language,
                () -> proposing.begin(typed.text("match"), ReadNeeds.terms(typed), typed.party("party"), language),
                () -> fill(CharterTerms.USUAL, Map.of(), person, model, language),
                () -> new EnginePages().proposal(models.wholeLife()));
    }

    /** Leads to the page that says what has become of what was entered. */
    private ModelAndView kept(
            Map<String, String> answers, Supplier<Need> act, Principal person, Model model, Locale language) {
        String[] code = {""};
        return FormPage.leading(
                PAGE,
                model,
                language,
                () -> code[0] = act.get().code(),
                () -> fill(CharterTerms.USUAL, answers, person, model, language),
                () -> "/needs?kept=" + code[0] + "#kept");
    }

    private void fill(CharterTerms terms, Map<String, String> typed, Principal person, Model model, Locale language) {
        ReadNeeds.View view = turns.inTurn(person.getName(), () -> needs.of(terms, language));
        Map<String, String> shown = new HashMap<>(typed);
        if (view.states().size() == 1) {
            shown.putIfAbsent("party", view.states().get(0).code());
        }
        model.addAttribute("view", view);
        model.addAttribute("kept", view.standing(typed.getOrDefault("kept", "")));
        model.addAttribute("asked", asking.today(view.ifMoved()));
        model.addAttribute("terms", terms);
        model.addAttribute("typed", shown);
        model.addAttribute("airports", needs.airports());
        model.addAttribute(
                "names",
                people.namesOf(view.entries().stream()
                        .filter(need -> !need.isAssumed())
                        .map(Need::enteredBy)
                        .toList()));
        model.addAttribute("words", new NeedsWording(language, needs.airports()));
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("language", language);
        model.addAttribute("utc", ZoneOffset.UTC);
    }
}
