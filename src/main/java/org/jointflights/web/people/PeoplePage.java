package org.jointflights.web.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.DecideRequests;
import org.jointflights.application.people.administration.ManagePeople;
import org.jointflights.application.people.administration.Outcome;
import org.jointflights.application.people.administration.PeopleRequest;
import org.jointflights.application.people.administration.PeopleRequest.Decision;
import org.jointflights.application.people.administration.ReadPeople;
import org.jointflights.application.people.token.ManageTokens;
import org.jointflights.domain.BadInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where administrators add people, give and take roles and end accounts, and where one confirms what another has asked
 * for. A one-time password stands in the answer to the act that made it and nowhere else.
 */
@Controller
@RequestMapping("/admin/people")
class PeoplePage {

    private static final String EVERYBODY = "people";
    private static final String NEWCOMER = "add-person";
    private static final String ONE = "person";
    private static final String NO_PARTY = "";

    private final ReadPeople read;
    private final ManagePeople manage;
    private final DecideRequests requests;
    private final Parties parties;
    private final ManageTokens tokens;

    PeoplePage(ReadPeople read, ManagePeople manage, DecideRequests requests, Parties parties, ManageTokens tokens) {
        this.read = read;
        this.manage = manage;
        this.requests = requests;
        this.parties = parties;
        this.tokens = tokens;
    }

    /** A choice of role as the form lists it. */
    record Choice(String value, String label, boolean guarded) {}

    @GetMapping
    String everybody(Model model, Locale language) {
        fillEverybody(model, language);
        return EVERYBODY;
    }

    /** Of the form only the request's number counts, and that it is the one which was shown. */
    @PostMapping
    ModelAndView decide(
            @RequestParam("request") String request,
            @RequestParam("shown") String shown,
            @RequestParam("decision") String decision,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Model model,
            Locale language) {
        return FormPage.of(
                EVERYBODY,
                model,
                language,
                () -> {
                    long number = number("request", request);
                    switch (decision(decision)) {
                        case CONFIRMED -> tell(model, requests.confirm(number, shown));
                        case DECLINED -> tell(model, requests.decline(number, shown, reason), Decision.DECLINED);
                        case WITHDRAWN -> tell(model, requests.withdraw(number, shown), Decision.WITHDRAWN);
                    }
                },
                () -> fillEverybody(model, language));
    }

    static long number(String field, String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException noNumber) {
            throw BadInput.of(field, typed, "people.administration.number");
        }
    }

    private static Decision decision(String typed) {
        return Stream.of(Decision.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> BadInput.of("decision", typed, "common.choice", List.of(Decision.values())));
    }

    @GetMapping("/add-person")
    String newcomer(Model model, Locale language) {
        fillChoices(model, language);
        return NEWCOMER;
    }

    @PostMapping("/add-person")
    ModelAndView add(
            @RequestParam("signInName") String signInName,
            @RequestParam("firstName") String firstName,
            @RequestParam("lastName") String lastName,
            @RequestParam(name = "mail", defaultValue = "") String mail,
            @RequestParam("role") String role,
            @RequestParam(name = "party", defaultValue = NO_PARTY) String party,
            Model model,
            Locale language) {
        return FormPage.of(
                NEWCOMER,
                model,
                language,
                () -> tell(
                        model,
                        manage.addPerson(
                                new Person(signInName.strip(), firstName, lastName, mail),
                                Assignment.named(role, party))),
                () -> fillChoices(model, language));
    }

    @GetMapping("/{id}")
    String one(@PathVariable("id") String id, Model model, Locale language) {
        fillOne(id, model, language);
        return ONE;
    }

    @PostMapping(path = "/{id}", params = "act=GIVE_ROLE")
    ModelAndView giveRole(
            @PathVariable("id") String id,
            @RequestParam("role") String role,
            @RequestParam(name = "party", defaultValue = NO_PARTY) String party,
            Model model,
            Locale language) {
        return answer(id, model, language, () -> tell(model, manage.giveRole(id, Assignment.named(role, party))));
    }

    @PostMapping(path = "/{id}", params = "act=TAKE_ROLE")
    ModelAndView takeRole(
            @PathVariable("id") String id,
            @RequestParam("role") String role,
            @RequestParam(name = "party", defaultValue = NO_PARTY) String party,
            Model model,
            Locale language) {
        return answer(id, model, language, () -> tell(model, manage.takeRole(id, Assignment.named(role, party))));
    }

    @PostMapping(path = "/{id}", params = "act=NEW_PASSWORD")
    ModelAndView newPassword(@PathVariable("id") String id, Model model, Locale language) {
        return answer(id, model, language, () -> tell(model, manage.newPassword(id)));
    }

    @PostMapping(path = "/{id}", params = "act=CHANGE_MAIL")
    ModelAndView changeMail(
            @PathVariable("id") String id, @RequestParam("mail") String mail, Model model, Locale language) {
        return answer(id, model, language, () -> tell(model, manage.changeMail(id, mail)));
    }

    @PostMapping(path = "/{id}", params = "act=REVOKE_TOKEN")
    ModelAndView revokeToken(
            @PathVariable("id") String id, @RequestParam("token") String token, Model model, Locale language) {
        return answer(id, model, language, () -> {
            tokens.revoke(number("token", token));
            model.addAttribute("revoked", true);
        });
    }

    @PostMapping(path = "/{id}", params = "act=END_ACCOUNT")
    ModelAndView endAccount(
            @PathVariable("id") String id,
            @RequestParam(name = "confirmed", defaultValue = "") String confirmed,
            Model model,
            Locale language) {
        return answer(id, model, language, () -> {
            if (!confirmed.equals("yes")) {
                throw BadInput.of("confirmed", "", "overview.act.notConfirmed");
            }
            tell(model, manage.endAccount(id));
        });
    }

    private ModelAndView answer(String id, Model model, Locale language, FormPage.Step act) {
        return FormPage.of(ONE, model, language, act, () -> fillOne(id, model, language));
    }

    private static void tell(Model model, Outcome outcome) {
        model.addAttribute("outcome", outcome);
    }

    private static void tell(Model model, PeopleRequest request, Decision decision) {
        model.addAttribute("ended", request);
        model.addAttribute("decision", decision.name());
    }

    private void fillEverybody(Model model, Locale language) {
        model.addAttribute("say", new PeopleWording(language));
        model.addAttribute("waiting", requests.waiting());
        model.addAttribute("roster", read.roster());
    }

    private void fillOne(String id, Model model, Locale language) {
        model.addAttribute("account", read.account(id));
        model.addAttribute("tokens", tokens.of(id));
        fillChoices(model, language);
    }

    private void fillChoices(Model model, Locale language) {
        model.addAttribute("say", new PeopleWording(language));
        model.addAttribute("parties", parties.all());
        model.addAttribute(
                "roles",
                List.of(Role.values()).stream()
                        .map(role -> new Choice(role.name(), role.name(language), role.isGuarded()))
                        .toList());
    }
}
