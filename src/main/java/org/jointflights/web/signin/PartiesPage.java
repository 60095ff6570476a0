package org.jointflights.web.signin;

import java.util.List;
import java.util.Locale;
import org.jointflights.application.people.Directory;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.web.StatusOf;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator adds a state and its people. What is refused is shown above the form, as it was typed. */
@Controller
@RequestMapping("/admin/parties")
class PartiesPage {

    private static final String NO_PARTY = "";

    private final Parties parties;
    private final Directory directory;

    PartiesPage(Parties parties, Directory directory) {
        this.parties = parties;
        this.directory = directory;
    }

    /** A choice of role as the form lists it. */
    record Choice(String value, String label) {}

    @GetMapping
    String show(Model model, Locale language) {
        fill(model, language);
        return "parties";
    }

    @PostMapping
    ModelAndView addParty(
            @RequestParam("code") String code,
            @RequestParam("authority") String authority,
            Model model,
            Locale language) {
        return answer(model, language, () -> {
            Party party = Party.named("party", code);
            directory.addParty(party, authority);
            return party.name(language);
        });
    }

    @PostMapping("/people")
    ModelAndView addPerson(
            @RequestParam("signInName") String signInName,
            @RequestParam("firstName") String firstName,
            @RequestParam("lastName") String lastName,
            @RequestParam(name = "mail", defaultValue = "") String mail,
            @RequestParam("password") String password,
            @RequestParam("role") String wanted,
            @RequestParam(name = "party", defaultValue = NO_PARTY) String party,
            Model model,
            Locale language) {
        return answer(model, language, () -> {
            Person person = new Person(signInName.strip(), firstName, lastName, mail);
            Role role = role(wanted);
            if (role.isOfParty()) {
                directory.addPerson(person, password, role, Party.named("party", party));
            } else {
                directory.addPerson(person, password, role);
            }
            return person.name();
        });
    }

    private interface Act {
        String done();
    }

    private ModelAndView answer(Model model, Locale language, Act act) {
        HttpStatus status = HttpStatus.OK;
        try {
            model.addAttribute("added", act.done());
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal.sentence(language));
            status = StatusOf.refusal(refusal);
        }
        fill(model, language);
        return new ModelAndView("parties", model.asMap(), status);
    }

    private void fill(Model model, Locale language) {
        model.addAttribute("parties", parties.all());
        model.addAttribute(
                "roles",
                List.of(Role.values()).stream()
                        .map(role -> new Choice(role.name(), role.name(language)))
                        .toList());
    }

    private static Role role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw BadInput.of("role", name, "people.role");
    }
}
