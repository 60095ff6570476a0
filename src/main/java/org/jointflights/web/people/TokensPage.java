package org.jointflights.web.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.people.token.ManageTokens;
import org.jointflights.application.people.token.TokenScope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where everybody makes and revokes tokens of their own. A secret stands in the answer that made it and nowhere else. */
@Controller
@RequestMapping("/tokens")
class TokensPage {

    private static final String VIEW = "tokens";

    /** What the form proposes. */
    private static final int DAYS = 90;

    private final ManageTokens tokens;

    TokensPage(ManageTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    String show(Model model, Locale language) {
        fill(model, language);
        return VIEW;
    }

    @PostMapping
    ModelAndView make(
            @RequestParam("currentPassword") String password,
            @RequestParam("tokenName") String name,
            @RequestParam(name = "scope", defaultValue = "") List<String> scopes,
            @RequestParam("expires") String expires,
            Model model,
            Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> model.addAttribute("secret", tokens.make(password, name, scopes, expires)),
                () -> fill(model, language));
    }

    @PostMapping("/revoke")
    ModelAndView revoke(@RequestParam("token") String token, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    tokens.revoke(PeoplePage.number("token", token));
                    model.addAttribute("revoked", true);
                },
                () -> fill(model, language));
    }

    private void fill(Model model, Locale language) {
        LocalDate today = tokens.today();
        model.addAttribute("say", new PeopleWording(language));
        model.addAttribute("tokens", tokens.own());
        model.addAttribute("scopes", TokenScope.values());
        model.addAttribute("first", today);
        model.addAttribute("last", tokens.inAYear());
        model.addAttribute("proposed", today.plus(DAYS, ChronoUnit.DAYS));
    }
}
