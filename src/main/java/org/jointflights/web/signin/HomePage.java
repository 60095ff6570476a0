package org.jointflights.web.signin;

import org.jointflights.application.people.absence.ManageSubstitutions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The root page: leads each person to what is theirs. */
@Controller
class HomePage {

    private final ManageSubstitutions substitutions;

    HomePage(ManageSubstitutions substitutions) {
        this.substitutions = substitutions;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("toAgreeTo", substitutions.toAgreeTo());
        return "home";
    }
}
