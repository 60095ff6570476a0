package org.jointflights.web.picture;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.overview.ListStages;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.Stage;
import org.jointflights.web.overview.FlightQuery;
import org.jointflights.web.overview.FlightWording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The flights of the list side by side along their time: all of them for those who see every flight, their own for others. */
@Controller
class GanttPage {

    private static final int ON_A_PAGE = 100;

    private final ListFlights list;
    private final ListStages stages;
    private final Clock clock;

    GanttPage(ListFlights list, ListStages stages, Clock clock) {
        this.list = list;
        this.stages = stages;
        this.clock = clock;
    }

    @GetMapping("/timeline")
    String page(@RequestParam Map<String, String> typed, Model model, Locale language, HttpServletResponse response) {
        FlightFilter filter = FlightFilter.EVERYTHING;
        int page = 1;
        try {
            TypedFields answers = new TypedFields(typed);
            filter = FlightFilter.of(answers);
            page = answers.isEmpty("page") ? 1 : answers.wholeNumber("page", 1, 100_000);
        } catch (BadInput wrong) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refusal", wrong.sentence(language));
            model.addAttribute("wrong", wrong.field());
        }
        ListFlights.Page shown = list.page(list.choice(filter), page, ON_A_PAGE);
        if (!shown.flights().isEmpty()) {
            model.addAttribute(
                    "drawn", FlightsGantt.of(shown.flights(), stages.of(shown.flights()), clock.instant(), language));
        }
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("filter", filter);
        model.addAttribute("typed", typed);
        model.addAttribute("total", shown.counts().total());
        model.addAttribute("page", shown.number());
        model.addAttribute("pages", shown.pages());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("parties", list.parties());
        model.addAttribute("query", FlightQuery.of(typed));
        return "timeline";
    }
}
