package org.jointflights.web.notice;

import java.util.Locale;
import org.jointflights.application.notice.ChangeMailChoice;
import org.jointflights.domain.notice.MailManner;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody chooses how notices reach them. */
@Controller
@RequestMapping("/my-notices")
class MyNoticesPage {

    private static final String VIEW = "my-notices";

    private final ChangeMailChoice choices;

    MyNoticesPage(ChangeMailChoice choices) {
        this.choices = choices;
    }

    @GetMapping
    String show(Model model, Locale language) {
        fill(model, language);
        return VIEW;
    }

    @PostMapping
    ModelAndView change(
            @RequestParam("manner") String manner,
            @RequestParam("digestHour") String hour,
            @RequestParam("digestZone") String zone,
            @RequestParam(name = "mailLanguage", defaultValue = "") String mailLanguage,
            Model model,
            Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    choices.change(manner, hour, zone, mailLanguage);
                    model.addAttribute("kept", true);
                },
                () -> fill(model, language));
    }

    private void fill(Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("choice", choices.own());
        model.addAttribute("manners", MailManner.values());
        model.addAttribute("hours", ChangeMailChoice.HOURS);
        model.addAttribute("zones", ChangeMailChoice.ZONES);
    }
}
