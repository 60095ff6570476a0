package org.jointflights.web.webhook;

import java.time.ZoneOffset;
import java.util.Locale;
import org.jointflights.application.webhook.ManageWebhooks;
import org.jointflights.application.webhook.Poster;
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

/** Where the coordinators of a party say where what happens is sent, and see what was. */
@Controller
@RequestMapping("/webhooks")
class WebhooksPage {

    private static final String VIEW = "webhooks";

    private final ManageWebhooks webhooks;
    private final Poster poster;

    WebhooksPage(ManageWebhooks webhooks, Poster poster) {
        this.webhooks = webhooks;
        this.poster = poster;
    }

    @GetMapping
    String show(Model model, Locale language) {
        fill(model, language);
        return VIEW;
    }

    @PostMapping
    ModelAndView make(@RequestParam("webhookAddress") String address, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> model.addAttribute("secret", webhooks.make(address, poster)),
                () -> fill(model, language));
    }

    @PostMapping("/end")
    ModelAndView end(@RequestParam("webhook") String number, Model model, Locale language) {
        return done(() -> webhooks.end(number(number)), "webhook.done.ended", model, language);
    }

    @PostMapping("/again")
    ModelAndView again(@RequestParam("delivery") String delivery, Model model, Locale language) {
        return done(() -> webhooks.again(delivery), "webhook.done.again", model, language);
    }

    private ModelAndView done(FormPage.Step act, String what, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    act.run();
                    model.addAttribute("done", what);
                },
                () -> fill(model, language));
    }

    private static long number(String typed) {
        return PathNumber.of(typed, "webhook.unknown");
    }

    private void fill(Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("webhooks", webhooks.own());
        model.addAttribute("utc", ZoneOffset.UTC);
    }
}
