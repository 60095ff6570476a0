package org.jointflights.web.desk;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointflights.application.desk.Desk;
import org.jointflights.application.desk.ReadDesk;
import org.jointflights.application.desk.RecordVisit;
import org.jointflights.application.overview.ReadModels;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.verification.KeepVerification;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.VerificationRun;
import org.jointflights.domain.deadlines.PartyZones;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.signin.EnginePages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The root page: what waits for each person, what has changed, and what they watch over. */
@Controller
class HomePage {

    private final RecordVisit visits;
    private final ReadDesk desks;
    private final CurrentUser user;
    private final People people;
    private final ReadModels models;
    private final KeepVerification checks;

    HomePage(
            RecordVisit visits,
            ReadDesk desks,
            CurrentUser user,
            People people,
            ReadModels models,
            KeepVerification checks) {
        this.visits = visits;
        this.desks = desks;
        this.user = user;
        this.people = people;
        this.models = models;
        this.checks = checks;
    }

    @GetMapping("/")
    String home(Model model, Locale language) {
        Desk desk = desks.read(visits.visit());
        model.addAttribute("desk", desk);
        model.addAttribute("desks", new DeskWording(language, desk.now(), zone()));
        model.addAttribute(
                "names",
                people.namesOf(desk.waiting().tasks().stream()
                        .flatMap(one -> Stream.ofNullable(one.task().claimedBy()))
                        .toList()));
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("proposal", new EnginePages().proposal(models.wholeLife()));
        if (desk.record() != null) {
            lastCheck(model, language);
        }
        return "home";
    }

    /** When everything signed and posted was last checked, and what came out. */
    private void lastCheck(Model model, Locale language) {
        VerificationRun last = checks.newest(1).stream().findFirst().orElse(null);
        model.addAttribute("lastCheck", last);
        model.addAttribute(
                "lastCheckSaid", lastCheck(last, new FlightWording(language)).in(language));
    }

    private Sentence lastCheck(@Nullable VerificationRun last, FlightWording say) {
        if (last == null) {
            return Sentence.of("verification.last.none");
        }
        String at = say.time(last.at(), zone());
        String by = people.namesOf(List.of(last.by())).getOrDefault(last.by(), last.by());
        return last.faults() == 0
                ? Sentence.of(
                        "verification.last.good",
                        at,
                        by,
                        say.number(last.versions()),
                        say.number(last.signatures()),
                        say.number(last.postings()))
                : Sentence.of(
                        "verification.last.bad",
                        at,
                        by,
                        say.number(last.faults()),
                        last.first().get(0));
    }

    /** The clock of the reader's office; of whoever works for no party, or for several, the world's. */
    private ZoneId zone() {
        Party party = Viewer.onlyPartyOf(user.groups());
        return party == null ? ZoneOffset.UTC : PartyZones.of(party, ZoneOffset.UTC);
    }
}
