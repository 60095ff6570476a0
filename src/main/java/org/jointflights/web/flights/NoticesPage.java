package org.jointflights.web.flights;

import java.time.ZoneOffset;
import java.util.Locale;
import org.jointflights.application.overview.FlightFiles;
import org.jointflights.domain.Sentence;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The notices to the groups of whoever is signed in: the inbox where no mail server is set. */
@Controller
class NoticesPage {

    private final FlightFiles files;

    NoticesPage(FlightFiles files) {
        this.files = files;
    }

    @GetMapping("/notices")
    String notices(Model model, Locale language) {
        Words say = new Words(language);
        model.addAttribute("say", say);
        model.addAttribute("notices", files.noticesOfMine());
        model.addAttribute("zone", ZoneOffset.UTC);
        model.addAttribute("caption", Sentence.of("pages.notices.mine.caption").in(language));
        model.addAttribute("withFlight", true);
        return "notices";
    }
}
