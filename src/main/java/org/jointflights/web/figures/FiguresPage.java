package org.jointflights.web.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.figures.FigureFilter;
import org.jointflights.application.figures.ReadIndicators;
import org.jointflights.application.figures.ReadIndicators.Told;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.IndicatorValue;
import org.jointflights.domain.figures.ReleasedOperation;
import org.jointflights.web.document.Csv;
import org.jointflights.web.document.DocumentQueue;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The figures over all flights, each with the flights behind it, as pages and as files. */
@Controller
class FiguresPage {

    /** So many flights are shown; files hold all. */
    static final int MOST_FLIGHTS = 500;

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<String> FILTERS = List.of("from", "to", "destination", "organiser");

    private final ReadIndicators indicators;
    private final DocumentQueue queue;

    FiguresPage(ReadIndicators indicators, DocumentQueue queue) {
        this.indicators = indicators;
        this.queue = queue;
    }

    /** A figure of one currency, with the tables and flights behind it. */
    record Shown(IndicatorValue value, List<FigureGroup.Table> tables, List<IndicatorValue> flights) {}

    /** The figures about one thing. */
    record Section(Indicator.Subject subject, List<Told> figures) {}

    @GetMapping("/figures")
    String all(@RequestParam Map<String, String> typed, Model page, Locale language, HttpServletResponse response) {
        FigureFilter filter = filled(typed, page, language, response);
        List<Told> all = indicators.all(filter);
        page.addAttribute(
                "sections",
                Stream.of(Indicator.Subject.values())
                        .map(subject -> new Section(subject, about(subject, all)))
                        .toList());
        return "figures";
    }

    @GetMapping("/figures/{figure}")
    String one(
            @PathVariable("figure") String figure,
            @RequestParam Map<String, String> typed,
            Model page,
            Locale language,
            HttpServletResponse response) {
        FigureFilter filter = filled(typed, page, language, response);
        Indicator indicator = Indicator.named(figure);
        Told told = indicators.of(indicator, filter);
        List<ReleasedOperation> operations = indicators.releasedOperations(filter);
        FiguresWording say = new FiguresWording(language);
        page.addAttribute("indicator", indicator);
        page.addAttribute("told", told);
        page.addAttribute("most", MOST_FLIGHTS);
        page.addAttribute(
                "shown",
                told.counted().values().stream()
                        .map(value -> new Shown(value, FigureGroup.tables(value, operations, say), value.byFlight()))
                        .toList());
        return "figure";
    }

    @GetMapping("/figures.csv")
    void csv(@RequestParam Map<String, String> typed, Locale language, HttpServletResponse response)
            throws IOException {
        List<Told> told = indicators.all(indicators.filter(new TypedFields(typed)));
        FiguresWording say = new FiguresWording(language);
        Csv csv = csv(response, "figures", FigureRows.headings(say));
        add(csv, FigureRows.all(told, say).iterator());
    }

    @GetMapping("/figures/{figure}.csv")
    void csv(
            @PathVariable("figure") String figure,
            @RequestParam Map<String, String> typed,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        FigureFilter filter = indicators.filter(new TypedFields(typed));
        Indicator indicator = Indicator.named(figure);
        Told told = indicators.of(indicator, filter);
        FiguresWording say = new FiguresWording(language);
        Csv csv = csv(response, indicator.address(), FigureRows.headings(indicator, say));
        add(csv, FigureRows.of(told.counted(), say).iterator());
    }

    @GetMapping("/figures.xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam Map<String, String> typed, Principal reader, Locale language)
            throws IOException {
        List<Told> told = indicators.all(indicators.filter(new TypedFields(typed)));
        FiguresWording say = new FiguresWording(language);
        return xlsx("figures", queue.make(reader.getName(), () -> FiguresXlsx.of(told, say)));
    }

    @GetMapping("/figures/{figure}.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable("figure") String figure,
            @RequestParam Map<String, String> typed,
            Principal reader,
            Locale language)
            throws IOException {
        FigureFilter filter = indicators.filter(new TypedFields(typed));
        Indicator indicator = Indicator.named(figure);
        Told told = indicators.of(indicator, filter);
        FiguresWording say = new FiguresWording(language);
        return xlsx(indicator.address(), queue.make(reader.getName(), () -> FiguresXlsx.of(told.counted(), say)));
    }

    private static List<Told> about(Indicator.Subject subject, List<Told> all) {
        return all.stream()
                .filter(told -> subject.indicators().contains(told.indicator()))
                .toList();
    }

    /** What both pages show of the flights that are asked for. */
    private FigureFilter filled(Map<String, String> typed, Model page, Locale language, HttpServletResponse response) {
        FigureFilter filter = FigureFilter.EVERYTHING;
        try {
            filter = indicators.filter(new TypedFields(typed));
            page.addAttribute("query", query(typed));
        } catch (BadInput wrong) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page.addAttribute("refusal", wrong.sentence(language));
            page.addAttribute("wrong", wrong.field());
            page.addAttribute("query", "");
        }
        page.addAttribute("say", new FiguresWording(language));
        page.addAttribute("filter", filter);
        page.addAttribute("typed", typed);
        page.addAttribute("fates", indicators.fates(filter));
        page.addAttribute("releasedAll", indicators.releasedOperations(filter).size());
        page.addAttribute("destinations", indicators.destinations());
        page.addAttribute("organisers", indicators.organisers());
        return filter;
    }

    private static Csv csv(HttpServletResponse response, String name, List<String> headings) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name + ".csv"));
        return new Csv(response.getWriter(), headings);
    }

    private static void add(Csv csv, Iterator<List<Object>> rows) throws IOException {
        while (rows.hasNext()) {
            csv.add(rows.next().stream().map(FigureRows::plain).toList());
        }
        csv.flush();
    }

    private static ResponseEntity<byte[]> xlsx(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name + ".xlsx"))
                .body(content);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    /** The filter as a link takes it: empty, or beginning with a question mark. */
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
