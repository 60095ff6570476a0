package org.jointflights.web.desk;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointflights.application.desk.Desk;
import org.jointflights.application.desk.ReadDesk;
import org.jointflights.application.desk.RecordVisit;
import org.jointflights.application.overview.ReadModels;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jointflights.domain.deadlines.PartyZones;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.signin.EnginePages;
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

    HomePage(RecordVisit visits, ReadDesk desks, CurrentUser user, People people, ReadModels models) {
        this.visits = visits;
        this.desks = desks;
        this.user = user;
        this.people = people;
        this.models = models;
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
        return "home";
    }

    /** The clock of the reader's office; of whoever works for no party, or for several, the world's. */
    private ZoneId zone() {
        Party party = Viewer.onlyPartyOf(user.groups());
        return party == null ? ZoneOffset.UTC : PartyZones.of(party, ZoneOffset.UTC);
    }
}
