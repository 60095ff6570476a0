package org.jointflights.web.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightCursor;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.people.absence.ListUncovered;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.Stage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with every flight, and the same rows as a file. */
@Controller
class FlightListPage {

    private static final int ON_A_PAGE = 50;
    private static final int READ_AT_ONCE = 100;

    private final ListFlights list;
    private final ListUncovered uncovered;

    FlightListPage(ListFlights list, ListUncovered uncovered) {
        this.uncovered = uncovered;
        this.list = list;
    }

    @GetMapping("/flights")
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
        int first = (shown.number() - 1) * ON_A_PAGE + 1;
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("uncovered", uncovered.groups());
        model.addAttribute("emptyGroups", uncovered.empty());
        model.addAttribute("filter", filter);
        model.addAttribute("typed", typed);
        model.addAttribute("total", shown.counts().total());
        model.addAttribute("late", shown.counts().overdue());
        model.addAttribute("mine", shown.counts().mine());
        model.addAttribute("page", shown.number());
        model.addAttribute("pages", shown.pages());
        model.addAttribute("first", first);
        model.addAttribute("last", first - 1 + shown.flights().size());
        model.addAttribute("rows", shown.flights());
        model.addAttribute("columns", FlightEntry.Column.ofPage());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("waitings", FlightFilter.Waiting.values());
        model.addAttribute("orders", FlightFilter.Order.values());
        model.addAttribute("parties", list.parties());
        model.addAttribute("query", FlightQuery.of(typed));
        return "flights";
    }

    /** Written as it is read, so that a long list takes no more memory than a short one. */
    @GetMapping("/flights.csv")
    void file(@RequestParam Map<String, String> typed, Locale language, HttpServletResponse response)
            throws IOException {
        FlightChoice choice = list.choice(FlightFilter.of(new TypedFields(typed)));
        ListFlights.Slice slice = list.slice(choice, null, READ_AT_ONCE);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"flights.csv\"");
        FlightsCsv csv = new FlightsCsv(response.getWriter(), new FlightWording(language));
        csv.add(slice.flights());
        for (FlightCursor next = slice.next(); next != null; next = slice.next()) {
            slice = list.slice(choice, next, READ_AT_ONCE);
            csv.add(slice.flights());
        }
    }
}
