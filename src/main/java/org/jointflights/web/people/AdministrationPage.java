package org.jointflights.web.people;

import java.util.List;
import java.util.Locale;
import org.jointflights.application.people.People;
import org.jointflights.application.people.administration.AdministrationEntry;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.application.people.administration.ReadPeople;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What administrators did, and whose roles do not go together, for them and for auditors to read. */
@Controller
class AdministrationPage {

    private static final String THE_NEWEST = "" + Long.MAX_VALUE;

    private final LogAdministration log;
    private final ReadPeople read;
    private final People people;

    AdministrationPage(LogAdministration log, ReadPeople read, People people) {
        this.log = log;
        this.read = read;
        this.people = people;
    }

    /** An entry with the names of those whom it speaks of. */
    record Line(AdministrationEntry entry, String actor, String about) {}

    @GetMapping("/administration")
    String show(@RequestParam(name = "before", defaultValue = THE_NEWEST) String before, Model model, Locale language) {
        List<Line> lines = log.before(PeoplePage.number("before", before)).stream()
                .map(this::line)
                .toList();
        model.addAttribute("say", new PeopleWording(language));
        model.addAttribute("lines", lines);
        model.addAttribute("clashes", read.clashes());
        if (!lines.isEmpty()) {
            long oldest = lines.get(lines.size() - 1).entry().number();
            model.addAttribute("older", log.before(oldest).isEmpty() ? null : oldest);
        }
        return "administration";
    }

    private Line line(AdministrationEntry entry) {
        String about = entry.about();
        return new Line(
                entry, people.nameOf(entry.actor()), about == null ? "" : people.nameOf(about) + " (" + about + ")");
    }
}
