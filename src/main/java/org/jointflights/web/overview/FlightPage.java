package org.jointflights.web.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.acts.CancelFlight;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.StopPeople;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.overview.ReadModels;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.work.RecordRefusedAttempts;
import org.jointflights.application.work.TaskClaims;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
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

/** The forms of what can be decided on a flight's page, and the models of its diagrams. */
@Controller
class FlightPage {

    private final SubmitFlightAct acts;
    private final ReadModels models;
    private final CheckFlightAccess access;
    private final TaskClaims claims;
    private final RecordRefusedAttempts attempts;
    private final People people;

    FlightPage(
            SubmitFlightAct acts,
            ReadModels models,
            CheckFlightAccess access,
            TaskClaims claims,
            RecordRefusedAttempts attempts,
            People people) {
        this.acts = acts;
        this.models = models;
        this.access = access;
        this.claims = claims;
        this.attempts = attempts;
        this.people = people;
    }

    @GetMapping("/flights/{reference}/models/{process}.bpmn")
    ResponseEntity<String> model(@PathVariable("reference") String typed, @PathVariable("process") String process) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(models.model(OperationReference.named(typed), process));
    }

    @GetMapping("/flights/{reference}/{act}")
    String form(
            @PathVariable("reference") String typed, @PathVariable("act") String path, Model model, Locale language) {
        OperationReference reference = OperationReference.named(typed);
        FlightAct act = acts.named(path);
        Flight flight = access.require(reference);
        if (!acts.possible(reference).contains(act)) {
            throw NotYours.of("overview.act.notNow", reference);
        }
        return form(flight, act, act.prefilled(flight), model, language);
    }

    /** Takes over a task that a colleague of the same group has claimed; a refusal is an error page of its own. */
    @PostMapping("/flights/{reference}/tasks/{task}/take-over")
    String takeOver(
            @PathVariable("reference") String typed,
            @PathVariable("task") String task,
            Principal person,
            RedirectAttributes next) {
        OperationReference reference = OperationReference.named(typed);
        try {
            access.require(reference);
            claims.takeOver(reference, task);
        } catch (NotYours refused) {
            attempts.onNamed(person.getName(), task, refused.asSentence());
            throw refused;
        }
        next.addAttribute("reference", reference.value());
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
        FlightAct act = acts.named(path);
        Map<String, String> fields = new HashMap<>(answers);
        fields.remove("_csrf");
        String confirmed = fields.remove("confirmed");
        try {
            if (act.isConfirmedTwice() && !"yes".equals(confirmed)) {
                throw BadInput.of("confirmed", "", "overview.act.notConfirmed");
            }
            acts.perform(reference, act, fields);
        } catch (Refusal refusal) {
            // Whoever may not look at the flight is shown no form either.
            Flight flight = access.require(reference);
            response.setStatus(StatusOf.refusal(refusal).value());
            model.addAttribute("refusal", refusal.sentence(language));
            model.addAttribute("wrong", refusal instanceof BadInput bad ? bad.field() : "");
            return form(flight, act, fields, model, language);
        }
        if (act.namesNobody(fields)) {
            // What the session kept until the next page would say who it was.
            next.addAttribute("reference", reference.value());
            next.addAttribute(FlightTabs.RECEIVED, act.path());
            return "redirect:/flights/{reference}";
        }
        next.addFlashAttribute("done", done(act, reference, language));
        return "redirect:/flights/" + reference;
    }

    static String done(FlightAct act, OperationReference reference, Locale language) {
        return Sentence.of("overview.act.done." + act.name(), reference).in(language);
    }

    private String form(Flight flight, FlightAct act, Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("flight", flight);
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        model.addAttribute("nobody", CancelFlight.NOBODY);
        model.addAttribute("everybody", StopPeople.EVERYBODY);
        model.addAttribute("choices", act.choices(flight));
        model.addAttribute("here", "/flights/" + flight.reference());
        if (act instanceof CancelFlight && flight.stage().maySuspend() && flight.suspendedFor() == null) {
            model.addAttribute("halters", halters());
        }
        return "act";
    }

    /** Who can suspend a flight instead: at night a name is asked for. */
    private String halters() {
        return Stream.of(Role.RIGHTS_OFFICER, Role.EXECUTIVE)
                .flatMap(role -> people.actingMembersOf(role.group()).stream())
                .map(Person::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
