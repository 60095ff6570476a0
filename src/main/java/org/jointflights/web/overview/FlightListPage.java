package org.jointflights.web.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The page with every flight, and the same rows as a file. */
@Controller
class FlightListPage {

    private static final int ON_A_PAGE = 50;
    private static final List<String> FILTERS = List.of("text", "stage", "party", "from", "to", "waiting", "order");

    private final ListFlights overview;

    FlightListPage(ListFlights overview) {
        this.overview = overview;
    }

    @GetMapping("/flights")
    String list(@RequestParam Map<String, String> typed, Model model, Locale language, HttpServletResponse response) {
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
        List<ListedFlight> everything = overview.flights();
        List<ListedFlight> all = filter.apply(everything);
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.min(page, pages);
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("filter", filter);
        model.addAttribute("typed", typed);
        model.addAttribute("total", all.size());
        model.addAttribute("late", all.stream().filter(ListedFlight::isOverdue).count());
        model.addAttribute("mine", all.stream().filter(ListedFlight::isMine).count());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("first", (shown - 1) * ON_A_PAGE + 1);
        model.addAttribute("last", Math.min(all.size(), shown * ON_A_PAGE));
        model.addAttribute("rows", all.subList((shown - 1) * ON_A_PAGE, Math.min(all.size(), shown * ON_A_PAGE)));
        model.addAttribute("columns", FlightEntry.Column.ofPage());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("waitings", FlightFilter.Waiting.values());
        model.addAttribute("orders", FlightFilter.Order.values());
        model.addAttribute("parties", parties(everything));
        model.addAttribute("query", query(typed));
        return "flights";
    }

    @GetMapping("/flights.csv")
    ResponseEntity<byte[]> file(@RequestParam Map<String, String> typed, Locale language) throws IOException {
        String rows = FlightsCsv.write(
                FlightFilter.of(new TypedFields(typed)).apply(overview.flights()), new FlightWording(language));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"flights.csv\"")
                .body(rows.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Party> parties(List<ListedFlight> flights) {
        Map<String, Party> parties = new TreeMap<>();
        for (ListedFlight listed : flights) {
            parties.put(listed.flight().organiser().code(), listed.flight().organiser());
            listed.flight().invited().forEach(party -> parties.put(party.code(), party));
        }
        return new ArrayList<>(parties.values());
    }

    /** The filter as a link takes it, without the page: empty, or beginning with a question mark. */
    private static String query(Map<String, String> typed) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        for (String field : FILTERS) {
            String value = typed.getOrDefault(field, "");
            if (!value.isBlank()) {
                query.queryParam(field, UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.build(true).toUriString();
    }
}
