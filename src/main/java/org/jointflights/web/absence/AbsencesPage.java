package org.jointflights.web.absence;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.People;
import org.jointflights.application.people.absence.ManageSubstitutions;
import org.jointflights.domain.absence.Substitution;
import org.jointflights.web.PathNumber;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people say who acts for them while they are away, and where a substitute begins and stops to act. */
@Controller
@RequestMapping("/absences")
class AbsencesPage {

    private static final String VIEW = "absences";
    private static final String IN = "in-";

    /** Where the engine's pages keep for a minute in which groups somebody is: they ask anew once it is gone. */
    private static final String KEPT_GROUPS = "authenticatedUser";

    private final ManageSubstitutions substitutions;
    private final People people;
    private final Clock clock;

    AbsencesPage(ManageSubstitutions substitutions, People people, Clock clock) {
        this.substitutions = substitutions;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(name = "of", defaultValue = "") String person, Model model, HttpServletRequest request) {
        fill(person, Map.of(), model, request);
        return VIEW;
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam Map<String, String> answers, Model model, Locale language, HttpServletRequest request) {
        List<String> groups = answers.keySet().stream()
                .filter(field -> field.startsWith(IN))
                .map(field -> field.substring(IN.length()))
                .toList();
        return done(
                () -> substitutions.enter(new TypedFields(answers), groups),
                answers,
                "entered",
                model,
                language,
                request);
    }

    @PostMapping("/agree")
    ModelAndView agree(
            @RequestParam("substitution") String number, Model model, Locale language, HttpServletRequest request) {
        return done(() -> substitutions.agree(number(number)), Map.of(), "agreed", model, language, request);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @RequestParam("substitution") String number, Model model, Locale language, HttpServletRequest request) {
        return done(() -> substitutions.confirm(number(number)), Map.of(), "confirmed", model, language, request);
    }

    @PostMapping("/end")
    ModelAndView end(
            @RequestParam("substitution") String number, Model model, Locale language, HttpServletRequest request) {
        return done(() -> substitutions.end(number(number)), Map.of(), "ended", model, language, request);
    }

    @PostMapping("/act")
    ModelAndView act(
            @RequestParam("substitution") String number, Model model, Locale language, HttpServletRequest request) {
        return switched(() -> substitutions.act(number(number)), model, language, request);
    }

    @PostMapping("/stop")
    ModelAndView stop(Model model, Locale language, HttpServletRequest request) {
        return switched(substitutions::stop, model, language, request);
    }

    /** The next page is made for whom the person acts now. */
    private ModelAndView switched(FormPage.Step act, Model model, Locale language, HttpServletRequest request) {
        return FormPage.leading(
                VIEW,
                model,
                language,
                () -> {
                    act.run();
                    request.getSession().removeAttribute(KEPT_GROUPS);
                },
                () -> fill("", Map.of(), model, request),
                () -> "/absences");
    }

    private ModelAndView done(
            FormPage.Step act,
            Map<String, String> typed,
            String what,
            Model model,
            Locale language,
            HttpServletRequest request) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    act.run();
                    model.addAttribute("done", "people.absence.done." + what);
                },
                () -> fill(
                        typed.getOrDefault("awayPerson", ""),
                        model.containsAttribute("done") ? Map.of() : typed,
                        model,
                        request));
    }

    private static long number(String typed) {
        return PathNumber.of(typed, "people.absence.unknown");
    }

    private void fill(String person, Map<String, String> typed, Model model, HttpServletRequest request) {
        String me = request.getUserPrincipal().getName();
        boolean administrator = substitutions.isAdministrator();
        String absent = administrator && !person.isBlank() ? person.strip() : me;
        List<Substitution> listed = substitutions.listed();
        model.addAttribute("say", new FlightWording(request.getLocale()));
        model.addAttribute("listed", listed);
        model.addAttribute("acting", substitutions.acting().orElse(null));
        model.addAttribute("administrator", administrator);
        model.addAttribute("own", me);
        model.addAttribute("absent", absent);
        model.addAttribute("groups", substitutions.groupsOf(absent));
        model.addAttribute("typed", typed);
        model.addAttribute("now", clock.instant());
        model.addAttribute("people", people);
    }
}
