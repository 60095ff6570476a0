package org.jointflights.web.annual;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.application.annual.CloseYear;
import org.jointflights.application.annual.EnterAppropriation;
import org.jointflights.application.annual.ReadYear;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.People;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.annual.StateLanguage;
import org.jointflights.domain.annual.StateYear;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.web.document.Csv;
import org.jointflights.web.document.DocumentQueue;
import org.jointflights.web.document.PagePdf;
import org.jointflights.web.people.FormPage;
import org.jointflights.web.settlement.StatementWording;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What funds may promise, have promised and have paid in a year, how it is closed, and each state's report on it. */
@Controller
@RequestMapping("/years")
class YearPage {

    private static final String VIEW = "year";
    private static final String REPORT = "state-year";
    private static final Pattern PARTY = Pattern.compile("[A-Z]{2}");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> COLUMNS = List.of(
            "flight", "day", "destination", "stage", "returnees", "spent", "granted", "bore", "settled", "open");

    private final ReadYear years;
    private final EnterAppropriation appropriations;
    private final CloseYear closing;
    private final People people;
    private final PagePdf pdf;
    private final DocumentQueue queue;

    YearPage(
            ReadYear years,
            EnterAppropriation appropriations,
            CloseYear closing,
            People people,
            PagePdf pdf,
            DocumentQueue queue) {
        this.years = years;
        this.appropriations = appropriations;
        this.closing = closing;
        this.people = people;
        this.pdf = pdf;
        this.queue = queue;
    }

    @GetMapping
    String latest() {
        return "redirect:/years/" + years.years().get(0);
    }

    @GetMapping("/{year}")
    String show(@PathVariable("year") String typed, Model model, Locale language) {
        fill(years.named(typed), Map.of(), model, language);
        return VIEW;
    }

    /** Compares what a year was closed with with what its postings say now. */
    @GetMapping("/{year}/check")
    String check(@PathVariable("year") String typed, Model model, Locale language) {
        model.addAttribute("found", years.recomputed(typed));
        fill(years.named(typed), Map.of(), model, language);
        return VIEW;
    }

    @PostMapping("/{year}/appropriations")
    ModelAndView enter(
            @PathVariable("year") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        appropriations.requireKeeper();
        int year = years.named(typed);
        return act(
                year,
                answers,
                () -> appropriations.enter(year, new TypedFields(answers)),
                "annual.appropriation.entered",
                model,
                language);
    }

    @PostMapping("/{year}/closing")
    ModelAndView ask(@PathVariable("year") String typed, Model model, Locale language) {
        closing.requireAsker();
        int year = years.named(typed);
        return act(year, Map.of(), () -> closing.ask(year), "annual.close.isAsked", model, language);
    }

    @PostMapping("/{year}/closing/confirmation")
    ModelAndView confirm(@PathVariable("year") String typed, Model model, Locale language) {
        closing.requireManager();
        int year = years.named(typed);
        return act(year, Map.of(), () -> closing.confirm(year), "annual.close.isConfirmed", model, language);
    }

    @GetMapping("/{year}/{party}")
    String report(
            @PathVariable("year") String typed, @PathVariable("party") String party, Model model, Locale language) {
        model.addAllAttributes(report(years.of(years.named(typed), party(party)), true, language));
        return REPORT;
    }

    /** In the state's own language, whoever asks for it. */
    @GetMapping("/{year}/{party}.pdf")
    ResponseEntity<byte[]> document(
            @PathVariable("year") String typed, @PathVariable("party") String party, Principal reader)
            throws IOException {
        StateYear report = years.of(years.named(typed), party(party));
        Locale language = StateLanguage.of(report.party());
        byte[] content = queue.make(reader.getName(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.write(REPORT, title(report, language), report(report, false, language), language, out);
            return out.toByteArray();
        });
        return file(report, "pdf", MediaType.APPLICATION_PDF, content);
    }

    /** The flights, in the state's own language. */
    @GetMapping("/{year}/{party}.csv")
    ResponseEntity<byte[]> flights(@PathVariable("year") String typed, @PathVariable("party") String party)
            throws IOException {
        StateYear report = years.of(years.named(typed), party(party));
        Locale language = StateLanguage.of(report.party());
        StringWriter out = new StringWriter();
        Csv csv = new Csv(
                out,
                COLUMNS.stream()
                        .map(column -> Sentence.of("annual.column." + column).in(language))
                        .toList());
        for (StateYear.OfFlight flight : report.flights()) {
            csv.add(List.of(
                    flight.reference().value(),
                    flight.day().toString(),
                    flight.destination(),
                    flight.stage().words().in(language),
                    Integer.toString(flight.returnees()),
                    figure(flight.spent()),
                    figure(flight.granted()),
                    figure(flight.bore()),
                    figure(flight.settled()),
                    figure(flight.open())));
        }
        csv.flush();
        return file(report, "csv", CSV, out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView act(
            int year, Map<String, String> typed, FormPage.Step act, String done, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    act.run();
                    model.addAttribute("done", done);
                },
                () -> fill(year, model.containsAttribute("done") ? Map.of() : typed, model, language));
    }

    private void fill(int year, Map<String, String> typed, Model model, Locale language) {
        ReadYear.View view = years.of(year);
        model.addAttribute("view", view);
        model.addAttribute("years", years.years());
        model.addAttribute("words", new StatementWording(language, ZoneOffset.UTC, people::named));
        model.addAttribute("typed", typed);
        model.addAttribute(
                "funds",
                Stream.of(Fund.values()).filter(fund -> fund != Fund.NATIONAL).toList());
        model.addAttribute("mayEnter", appropriations.mayEnter());
        model.addAttribute("mayAsk", closing.mayAsk());
        model.addAttribute("seesAll", years.seesAll());
        model.addAttribute(
                "mayConfirm", view.closing().filter(closing::mayConfirm).isPresent());
    }

    private Map<String, Object> report(StateYear report, boolean onScreen, Locale language) {
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("onScreen", onScreen);
        model.put("words", new StatementWording(language, ZoneOffset.UTC, people::named));
        return model;
    }

    private static String figure(Money amount) {
        return amount.decimal().toPlainString();
    }

    private static Party party(String typed) {
        if (!PARTY.matcher(typed).matches()) {
            throw Unknown.of("annual.unknownState", typed);
        }
        return Party.named("party", typed);
    }

    private static String title(StateYear report, Locale language) {
        return Sentence.of("annual.report.heading", report.party().name(language), report.year())
                .in(language);
    }

    private static String name(StateYear report) {
        return "joint-flights-" + report.party() + "-" + report.year();
    }

    private static ResponseEntity<byte[]> file(StateYear report, String ending, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(report) + "." + ending)
                                .build()
                                .toString())
                .body(content);
    }
}
