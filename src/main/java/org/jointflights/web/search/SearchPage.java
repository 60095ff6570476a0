package org.jointflights.web.search;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.flight.AirportNames;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.search.FindAnything;
import org.jointflights.application.search.Found;
import org.jointflights.domain.BadInput;
import org.jointflights.web.overview.FlightWording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What the box on every page finds; a whole reference leads to its flight at once. */
@Controller
class SearchPage {

    private static final String FIELD = "q";
    private static final int LONGEST = 100;

    private final FindAnything find;
    private final AirportNames airports;

    SearchPage(FindAnything find, AirportNames airports) {
        this.find = find;
        this.airports = airports;
    }

    @GetMapping("/search")
    String page(@RequestParam Map<String, String> typed, Model model, Locale language, HttpServletResponse response) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("airports", airports);
        model.addAttribute("language", language);
        try {
            TypedFields fields = new TypedFields(typed);
            if (!fields.isEmpty(FIELD)) {
                Found found = find.find(fields.shortText(FIELD, LONGEST));
                if (isReference(found)) {
                    String reference =
                            found.flights().get(0).flight().reference().value();
                    return "redirect:"
                            + UriComponentsBuilder.fromPath("/flights/{reference}")
                                    .encode()
                                    .buildAndExpand(reference)
                                    .toUriString();
                }
                model.addAttribute("found", found);
            }
        } catch (BadInput wrong) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refusal", wrong.sentence(language));
        }
        return "search";
    }

    private static boolean isReference(Found found) {
        return found.more() == 0
                && found.flights().size() == 1
                && found.flights().get(0).flight().reference().value().equalsIgnoreCase(found.text());
    }
}
