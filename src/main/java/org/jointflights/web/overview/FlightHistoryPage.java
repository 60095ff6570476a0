package org.jointflights.web.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.FlightTab;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.application.overview.TrailFilter;
import org.jointflights.application.publicrecord.ReadPublicRecord;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailKind;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.web.document.Csv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** What happened to a flight, folded by day and filtered, as a page and as files of the same entries. */
@Controller
class FlightHistoryPage {

    private final ReadFlightFile files;
    private final ReadPublicRecord records;
    private final Clock clock;

    FlightHistoryPage(ReadFlightFile files, ReadPublicRecord records, Clock clock) {
        this.files = files;
        this.records = records;
        this.clock = clock;
    }

    /** What happened on a day of the departure airport, the newest first. */
    record Day(LocalDate date, List<TrailEntry> entries) {}

    @GetMapping("/flights/{reference}/history")
    String page(
            @PathVariable("reference") String typed,
            @RequestParam Map<String, String> asked,
            Model model,
            Locale language,
            HttpServletResponse response) {
        FlightTab<FlightFile.History> tab = files.history(OperationReference.named(typed));
        TrailFilter filter = TrailFilter.EVERYTHING;
        try {
            filter = TrailFilter.of(new TypedFields(asked));
        } catch (BadInput wrong) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refusal", wrong.sentence(language));
            model.addAttribute("wrong", wrong.field());
        }
        show(tab.head(), tab.section(), filter, model);
        model.addAttribute("published", records.isOpen(tab.head().flight()));
        return FlightTabs.show(FlightSectionTab.HISTORY, tab.head(), tab, model, language, clock.instant());
    }

    /** Plain times, so that a spreadsheet can go on with them. */
    @GetMapping("/flights/{reference}/history.csv")
    void csv(
            @PathVariable("reference") String typed,
            @RequestParam Map<String, String> asked,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        List<Entry> entries = entries(typed, asked, language);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(OperationReference.named(typed) + "-history.csv")
                        .build()
                        .toString());
        FlightWording say = new FlightWording(language);
        Csv csv = new Csv(response.getWriter(), Entry.headings(say));
        for (Entry entry : entries) {
            csv.add(entry.cells());
        }
        csv.flush();
    }

    @GetMapping(path = "/flights/{reference}/history.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Entry> json(
            @PathVariable("reference") String typed, @RequestParam Map<String, String> asked, Locale language) {
        return entries(typed, asked, language);
    }

    /** The oldest first. */
    private List<Entry> entries(String typed, Map<String, String> asked, Locale language) {
        TrailFilter filter = TrailFilter.of(new TypedFields(asked));
        FlightTab<FlightFile.History> tab = files.history(OperationReference.named(typed));
        FlightFile.Head head = tab.head();
        FlightWording say = new FlightWording(language);
        return filter.of(tab.section().trail(), head.viewer()).stream()
                .map(entry -> new Entry(
                        entry.at(),
                        entry.actor(),
                        entry.actor().equals("system") ? "" : say.person(tab.nameOf(entry.actor())),
                        TrailFilter.partiesOf(entry, head.viewer()).stream()
                                .map(Party::code)
                                .toList(),
                        TrailKind.of(entry.event()),
                        entry.what().code(),
                        say.sentence(entry.what())))
                .toList();
    }

    /**
     * An entry as the files have it.
     *
     * @param name of the actor; empty for the system's clock
     * @param parties that the entry is of, as far as the reader may know
     */
    record Entry(
            Instant at, String actor, String name, List<String> parties, TrailKind kind, String code, String sentence) {

        static List<String> headings(FlightWording say) {
            return Stream.of("at", "actor", "name", "parties", "kind", "code", "sentence")
                    .map(column -> say.sentence(Sentence.of("flightpage.column." + column)))
                    .toList();
        }

        List<String> cells() {
            return List.of(at.toString(), actor, name, String.join(" ", parties), kind.name(), code, sentence);
        }
    }

    static void show(FlightFile.Head head, FlightFile.History history, TrailFilter filter, Model model) {
        List<TrailEntry> entries = new ArrayList<>(filter.of(history.trail(), head.viewer()));
        Collections.reverse(entries);
        ZoneId zone = head.flight().departure().getZone();
        Map<LocalDate, List<TrailEntry>> days = entries.stream()
                .collect(groupingBy(entry -> LocalDate.ofInstant(entry.at(), zone), LinkedHashMap::new, toList()));
        model.addAttribute("history", history);
        model.addAttribute(
                "days",
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList());
        model.addAttribute("filter", filter);
        model.addAttribute("shown", entries.size());
        model.addAttribute("happened", history.trail().size());
        model.addAttribute("kinds", TrailKind.values());
        model.addAttribute(
                "parties",
                history.trail().stream()
                        .flatMap(entry -> TrailFilter.partiesOf(entry, head.viewer()).stream())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("query", query(filter));
    }

    /** The filter as a link takes it: empty, or beginning with a question mark. */
    private static String query(TrailFilter filter) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        TrailKind kind = filter.kind();
        Party party = filter.party();
        if (kind != null) {
            query.queryParam("kind", kind);
        }
        if (party != null) {
            query.queryParam("party", party);
        }
        return query.build().toUriString();
    }
}
