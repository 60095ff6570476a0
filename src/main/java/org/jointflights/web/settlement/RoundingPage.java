package org.jointflights.web.settlement;

import java.util.Locale;
import org.jointflights.application.settlement.ReadRounding;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What rounding has left over in all flights, for managers and auditors. */
@Controller
class RoundingPage {

    private final ReadRounding rounding;

    RoundingPage(ReadRounding rounding) {
        this.rounding = rounding;
    }

    @GetMapping("/rounding")
    String show(Locale language, Model page) {
        page.addAttribute("report", rounding.report());
        page.addAttribute("words", new RoundingWording(language));
        return "rounding";
    }
}
