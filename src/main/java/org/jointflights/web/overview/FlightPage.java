package org.jointflights.web.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.Position;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.application.work.TaskClaims;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jointflights.web.StatusOf;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one flight, its diagrams, and the forms of what can be decided there. */
@Controller
class FlightPage {

    private final ReadFlightFile files;
    private final SubmitFlightAct acts;
    private final CheckFlightAccess access;
    private final Participations participations;
    private final TaskClaims claims;

    FlightPage(
            ReadFlightFile files,
            SubmitFlightAct acts,
            CheckFlightAccess access,
            Participations participations,
            TaskClaims claims) {
        this.files = files;
        this.acts = acts;
        this.access = access;
        this.participations = participations;
        this.claims = claims;
    }

    @GetMapping("/flights/{reference}")
    String flight(
            @PathVariable("reference") String typed,
            @RequestParam(name = "process", defaultValue = "") String process,
            Model model,
            Locale language) {
        FlightFile file = files.file(OperationReference.named(typed));
        String wholeLife = files.wholeLife();
        Map<String, String> processes = new LinkedHashMap<>();
        file.positions().stream()
                .filter(position -> position.process().equals(wholeLife))
                .forEach(position -> processes.put(position.process(), position.processName()));
        file.positions().forEach(position -> processes.putIfAbsent(position.process(), position.processName()));
        String shown = processes.containsKey(process) ? process : wholeLife;
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("file", file);
        model.addAttribute("flight", file.flight());
        model.addAttribute("zone", file.flight().departure().getZone());
        model.addAttribute("processes", processes);
        model.addAttribute("process", shown);
        model.addAttribute("here", "/flights/" + typed);
        model.addAttribute(
                "active",
                file.positions().stream()
                        .filter(position -> position.process().equals(shown))
                        .map(Position::activity)
                        .distinct()
                        .collect(Collectors.joining(" ")));
        return "flight";
    }

    @GetMapping("/flights/{reference}/models/{process}.bpmn")
    ResponseEntity<String> model(@PathVariable("reference") String typed, @PathVariable("process") String process) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(files.model(OperationReference.named(typed), process));
    }

    @GetMapping("/flights/{reference}/{act}")
    String form(
            @PathVariable("reference") String typed, @PathVariable("act") String path, Model model, Locale language) {
        OperationReference reference = OperationReference.named(typed);
        FlightAct act = act(path);
        Flight flight = access.require(reference);
        if (!acts.possible(reference).contains(act)) {
            throw NotYours.of("overview.act.notNow", reference);
        }
        return form(flight, act, prefilled(flight, act), model, language);
    }

    /** Takes over a task that a colleague of the same group has claimed; a refusal is an error page of its own. */
    @PostMapping("/flights/{reference}/tasks/{task}/take-over")
    String takeOver(
            @PathVariable("reference") String typed, @PathVariable("task") String task, RedirectAttributes next) {
        Flight flight = access.require(OperationReference.named(typed));
        claims.takeOver(flight.reference(), task);
        next.addAttribute("reference", flight.reference().value());
        return "redirect:/flights/{reference}";
    }

    @PostMapping("/flights/{reference}/{act}")
    String decide(
            @PathVariable("reference") String typed,
            @PathVariable("act") String path,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language,
            HttpServletResponse response,
            RedirectAttributes next) {
        OperationReference reference = OperationReference.named(typed);
        FlightAct act = act(path);
        Flight flight = access.require(reference);
        Map<String, String> fields = new HashMap<>(answers);
        fields.remove("_csrf");
        String confirmed = fields.remove("confirmed");
        try {
            if (!"yes".equals(confirmed)) {
                throw BadInput.of("confirmed", "", "overview.act.notConfirmed");
            }
            acts.perform(reference, act, fields);
        } catch (Refusal refusal) {
            response.setStatus(StatusOf.refusal(refusal).value());
            model.addAttribute("refusal", refusal.sentence(language));
            model.addAttribute("wrong", refusal instanceof BadInput bad ? bad.field() : "");
            return form(flight, act, fields, model, language);
        }
        next.addFlashAttribute(
                "done",
                Sentence.of("overview.act.done." + act.name(), reference).in(language));
        return "redirect:/flights/" + reference;
    }

    private String form(Flight flight, FlightAct act, Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("flight", flight);
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        model.addAttribute("nobody", SubmitFlightAct.NOBODY);
        model.addAttribute("mayWithdraw", act == FlightAct.WITHDRAW ? acts.mayWithdraw(flight.reference()) : List.of());
        model.addAttribute(
                "parties",
                participations.of(flight.reference()).stream()
                        .map(participation -> participation.party())
                        .toList());
        model.addAttribute("here", "/flights/" + flight.reference());
        return "act";
    }

    /** A change begins with the plan as it is; a decision begins empty. */
    private static Map<String, String> prefilled(Flight flight, FlightAct act) {
        return act != FlightAct.CHANGE_PLAN
                ? Map.of()
                : Map.of(
                        "embarkations",
                        String.join(" ", flight.route().embarkations()),
                        "destinations",
                        String.join(" ", flight.route().destinations()),
                        "capacity",
                        String.valueOf(flight.capacity()));
    }

    static FlightAct act(String path) {
        return FlightAct.ofPath(path).orElseThrow(() -> Unknown.of("overview.act.unknown", path));
    }
}
