package org.jointflights.web.people;

import java.time.ZoneOffset;
import java.util.Locale;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.administration.ManageParties;
import org.jointflights.domain.Party;
import org.jointflights.web.overview.FlightWording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator adds a state, or corrects which authority acts for it. */
@Controller
@RequestMapping("/admin/parties")
class PartiesPage {

    private static final String VIEW = "parties";

    private final Parties parties;
    private final ManageParties manage;

    PartiesPage(Parties parties, ManageParties manage) {
        this.parties = parties;
        this.manage = manage;
    }

    @GetMapping
    String show(Model model, Locale language) {
        fill(model, language);
        return VIEW;
    }

    @PostMapping(params = "code")
    ModelAndView add(
            @RequestParam("code") String code,
            @RequestParam("authority") String authority,
            Model model,
            Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    Party party = Party.named("party", code);
                    manage.add(party, authority);
                    model.addAttribute("added", party.name(language));
                },
                () -> fill(model, language));
    }

    @PostMapping(params = "party")
    ModelAndView correct(
            @RequestParam("party") String code,
            @RequestParam("authority") String authority,
            Model model,
            Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    Party party = Party.named("party", code);
                    manage.correctAuthority(party, authority);
                    model.addAttribute("corrected", party.name(language));
                },
                () -> fill(model, language));
    }

    private void fill(Model model, Locale language) {
        model.addAttribute("parties", parties.all());
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("utc", ZoneOffset.UTC);
    }
}
