package org.jointflights.web.notice;

import java.time.ZoneOffset;
import java.util.Locale;
import org.jointflights.application.calendar.ManageCalendarFeeds;
import org.jointflights.application.notice.ChangeMailChoice;
import org.jointflights.domain.notice.MailManner;
import org.jointflights.web.PathNumber;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
import org.springframework.beans.factory.annotation.Value;
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
    private final ManageCalendarFeeds feeds;
    private final String address;

    MyNoticesPage(
            ChangeMailChoice choices,
            ManageCalendarFeeds feeds,
            @Value("${jointflights.address:http://localhost:8080}") String address) {
        this.choices = choices;
        this.feeds = feeds;
        this.address = address;
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

    @PostMapping("/calendar")
    ModelAndView makeCalendar(@RequestParam("reference") String reference, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> model.addAttribute("secret", address + "/calendar/" + feeds.make(reference) + ".ics"),
                () -> fill(model, language));
    }

    @PostMapping("/calendar/revoke")
    ModelAndView revokeCalendar(@RequestParam("calendar") String number, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    feeds.revoke(number(number));
                    model.addAttribute("revoked", true);
                },
                () -> fill(model, language));
    }

    private static long number(String typed) {
        return PathNumber.of(typed, "notice.calendar.unknown");
    }

    private void fill(Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("choice", choices.own());
        model.addAttribute("manners", MailManner.values());
        model.addAttribute("hours", ChangeMailChoice.HOURS);
        model.addAttribute("zones", ChangeMailChoice.ZONES);
        model.addAttribute("feeds", feeds.own());
        model.addAttribute("utc", ZoneOffset.UTC);
    }
}
