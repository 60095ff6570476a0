package org.jointflights.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and the choice of language, which needs no signing in. */
@Controller
class SignInPage {

    private final @Nullable String provider;
    private final ChosenLanguage languages;

    SignInPage(Environment settings, ChosenLanguage languages) {
        this.languages = languages;
        this.provider = settings.acceptsProfiles(Profiles.of(ProviderDoor.PROFILE)) ? ProviderDoor.BEGIN : null;
    }

    /** Where signing in through the provider begins, or nothing where there is none. */
    @ModelAttribute("provider")
    @Nullable
    String provider() {
        return provider;
    }

    @GetMapping("/sign-in")
    String signIn(@Nullable Principal user) {
        return user == null ? "sign-in" : "redirect:/";
    }

    /** The same page with the sentence of a refusal above the form; {@link SignInRefused} leads here, and nobody else. */
    @RequestMapping(
            path = SignInRefused.PAGE,
            method = {RequestMethod.GET, RequestMethod.POST})
    String refused(
            @RequestAttribute(name = SignInRefused.SENTENCE, required = false) @Nullable String sentence, Model model) {
        if (sentence == null) {
            return "redirect:/sign-in";
        }
        model.addAttribute("refused", sentence);
        // Where the choice of a language leads back to.
        model.addAttribute("here", "/sign-in");
        return "sign-in";
    }

    /** Keeps the choice, and returns to the page it came from. */
    @PostMapping("/language")
    String choose(
            @RequestParam("language") String wanted,
            @RequestParam(name = "back", defaultValue = "/") String back,
            @Nullable Principal user,
            HttpServletRequest request,
            HttpServletResponse response) {
        for (Locale language : LanguageFilter.LANGUAGES) {
            if (language.getLanguage().equals(wanted)) {
                languages.choose(user == null ? null : user.getName(), language, request, response);
            }
        }
        // Only paths of ours: nobody is led elsewhere by a prepared link.
        boolean plain = back.chars().noneMatch(sign -> sign < ' ' || sign == '\\' || sign == '{' || sign == '}');
        boolean ours = plain && back.startsWith("/") && !back.startsWith("//");
        return "redirect:" + (ours ? back : "/");
    }
}
