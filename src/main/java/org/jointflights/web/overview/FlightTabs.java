package org.jointflights.web.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.FlightTab;
import org.jointflights.application.overview.Position;
import org.jointflights.application.overview.ProposeFromFlight;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.application.overview.ReadModels;
import org.jointflights.application.overview.TrailFilter;
import org.jointflights.application.publicrecord.ReadPublicRecord;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.web.signin.EnginePages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of one flight: each has the same head, reads the one part that it shows, and may be sent to others by its address. */
@Controller
class FlightTabs {

    static final String RECEIVED = "received";

    private final ReadFlightFile files;
    private final ReadModels models;
    private final ReadPublicRecord records;
    private final SubmitFlightAct acts;
    private final ProposeFromFlight copies;
    private final Clock clock;

    FlightTabs(
            ReadFlightFile files,
            ReadModels models,
            ReadPublicRecord records,
            SubmitFlightAct acts,
            ProposeFromFlight copies,
            Clock clock) {
        this.files = files;
        this.models = models;
        this.records = records;
        this.acts = acts;
        this.copies = copies;
        this.clock = clock;
    }

    @GetMapping("/flights/{reference}")
    String overview(
            @PathVariable("reference") String typed,
            @RequestParam(name = "process", defaultValue = "") String process,
            @RequestParam(name = RECEIVED, defaultValue = "") String received,
            Model model,
            Locale language) {
        FlightTab<FlightFile.Overview> tab = files.overview(OperationReference.named(typed));
        FlightFile.Standing standing = tab.section().standing();
        OperationReference reference = tab.head().flight().reference();
        if (!received.isEmpty()) {
            model.addAttribute("done", FlightPage.done(report(received), reference, language));
        }
        diagram(tab.head(), standing, process, model);
        model.addAttribute("copies", copies.mayCopy());
        model.addAttribute("begun", copies.hasBegun());
        model.addAttribute("standing", standing);
        model.addAttribute("overview", tab.section());
        return shown(FlightSectionTab.OVERVIEW, tab.head(), tab, model, language);
    }

    @GetMapping("/flights/{reference}/plan")
    String plan(@PathVariable("reference") String typed, Model model, Locale language) {
        FlightTab<FlightFile.Seating> tab = files.plan(OperationReference.named(typed));
        model.addAttribute("plan", tab.section().plan());
        model.addAttribute("seating", tab.section());
        return shown(FlightSectionTab.PLAN, tab.head(), tab, model, language);
    }

    @GetMapping("/flights/{reference}/costs")
    String costs(@PathVariable("reference") String typed, Model model, Locale language) {
        FlightTab<FlightFile.Costs> tab = files.costs(OperationReference.named(typed));
        model.addAttribute("costs", tab.section());
        return shown(FlightSectionTab.COSTS, tab.head(), tab, model, language);
    }

    @GetMapping("/flights/{reference}/signatures")
    String signatures(@PathVariable("reference") String typed, Model model, Locale language) {
        FlightTab<FlightFile.Signing> tab = files.signing(OperationReference.named(typed));
        model.addAttribute("signing", tab.section());
        return shown(FlightSectionTab.SIGNATURES, tab.head(), tab, model, language);
    }

    @GetMapping("/flights/{reference}/operation")
    String operation(@PathVariable("reference") String typed, Model model, Locale language) {
        FlightTab<FlightFile.Operation> tab = files.operation(OperationReference.named(typed));
        model.addAttribute("operation", tab.section());
        return shown(FlightSectionTab.OPERATION, tab.head(), tab, model, language);
    }

    @GetMapping("/flights/{reference}/accounts")
    String accounts(@PathVariable("reference") String typed, Model model, Locale language) {
        FlightTab<FlightFile.Accounts> tab = files.accounts(OperationReference.named(typed));
        model.addAttribute("accounts", tab.section());
        return shown(FlightSectionTab.ACCOUNTS, tab.head(), tab, model, language);
    }

    /** All of them on one page, unfolded. */
    @GetMapping("/flights/{reference}/print")
    String print(@PathVariable("reference") String typed, Model model, Locale language) {
        FlightFile file = files.file(OperationReference.named(typed));
        diagram(file.head(), file.standing(), "", model);
        model.addAttribute("standing", file.standing());
        model.addAttribute("overview", file.overview());
        model.addAttribute("plan", file.plan());
        model.addAttribute("seating", file.seating());
        model.addAttribute("costs", file.costs());
        model.addAttribute("signing", file.signing());
        model.addAttribute("operation", file.operation());
        model.addAttribute("accounts", file.accounts());
        FlightHistoryPage.show(file.head(), file.history(), TrailFilter.EVERYTHING, model);
        head(file.head(), model, language, clock.instant());
        model.addAttribute("file", file);
        model.addAttribute("published", false);
        model.addAttribute("copies", false);
        model.addAttribute("printed", true);
        model.addAttribute(
                "parts",
                List.of(FlightSectionTab.values()).stream()
                        .map(FlightSectionTab::path)
                        .toList());
        model.addAttribute("called", FlightSectionTab.OVERVIEW.words());
        return "flight";
    }

    /** Leads to the form that proposes a flight, with the figures of this one in it. */
    @PostMapping("/flights/{reference}/copy")
    String copy(@PathVariable("reference") String typed) {
        copies.requireCoordinator();
        copies.copy(OperationReference.named(typed));
        return "redirect:" + new EnginePages().proposal(models.wholeLife());
    }

    private String shown(FlightSectionTab shown, FlightFile.Head head, FlightTab<?> tab, Model model, Locale language) {
        model.addAttribute("published", records.isOpen(head.flight()));
        return show(shown, head, tab, model, language, clock.instant());
    }

    /** What every page of a flight shows beside its own part. */
    static String show(
            FlightSectionTab shown, FlightFile.Head head, FlightTab<?> tab, Model model, Locale language, Instant now) {
        head(head, model, language, now);
        model.addAttribute("file", tab);
        model.addAttribute("printed", false);
        model.addAttribute("tab", shown);
        model.addAttribute("tabs", FlightSectionTab.values());
        model.addAttribute("parts", List.of(shown.path()));
        model.addAttribute("called", shown.words());
        return "flight";
    }

    private static void head(FlightFile.Head head, Model model, Locale language, Instant now) {
        ZoneId zone = head.flight().departure().getZone();
        FlightTimes times = new FlightTimes(now, zone);
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("head", head);
        model.addAttribute("flight", head.flight());
        model.addAttribute("zone", zone);
        model.addAttribute("now", now);
        model.addAttribute("times", times);
        model.addAttribute("countdown", times.countdown(head));
        model.addAttribute("deadline", head.nextDeadline().orElse(null));
    }

    private void diagram(FlightFile.Head head, FlightFile.Standing standing, String process, Model model) {
        List<Position> positions = standing.positions();
        String wholeLife = models.wholeLife();
        Map<String, String> processes = new LinkedHashMap<>();
        positions.stream()
                .filter(position -> position.process().equals(wholeLife))
                .forEach(position -> processes.put(position.process(), position.processName()));
        positions.forEach(position -> processes.putIfAbsent(position.process(), position.processName()));
        String shown = processes.containsKey(process) ? process : wholeLife;
        model.addAttribute("processes", processes);
        model.addAttribute("process", shown);
        model.addAttribute(
                "drawnAnew",
                positions.isEmpty() && !models.remembers(head.flight().reference()));
        model.addAttribute(
                "active",
                positions.stream()
                        .filter(position -> position.process().equals(shown))
                        .map(Position::activity)
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    /** Of what may be done without a name an address can say that it was received; of nothing else. */
    private FlightAct report(String path) {
        FlightAct act = acts.named(path);
        if (!act.mayNameNobody()) {
            throw Unknown.of("overview.act.unknown", path);
        }
        return act;
    }
}
