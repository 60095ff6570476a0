package org.jointflights.web.notice;

import java.time.ZoneOffset;
import java.util.Locale;
import org.jointflights.application.overview.ListNotices;
import org.jointflights.domain.Sentence;
import org.jointflights.web.overview.FlightWording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The notices to the groups of whoever is signed in: the inbox where no mail server is set. */
@Controller
class NoticesPage {

    private final ListNotices notices;

    NoticesPage(ListNotices notices) {
        this.notices = notices;
    }

    @GetMapping("/notices")
    String notices(Model model, Locale language) {
        FlightWording say = new FlightWording(language);
        model.addAttribute("say", say);
        model.addAttribute("notices", notices.ofMine());
        model.addAttribute("zone", ZoneOffset.UTC);
        model.addAttribute(
                "caption", Sentence.of("overview.notices.mine.caption").in(language));
        model.addAttribute("withFlight", true);
        return "notices";
    }
}
