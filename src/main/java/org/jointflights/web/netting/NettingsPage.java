package org.jointflights.web.netting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.netting.ProposeNetting;
import org.jointflights.application.netting.ReadNettings;
import org.jointflights.application.netting.SettleNetting;
import org.jointflights.application.netting.SignNetting;
import org.jointflights.application.people.People;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.netting.Netting;
import org.jointflights.web.PathNumber;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
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

/** Nettings over flights: which there are, which flights could come into one, who has signed and what has come. */
@Controller
@RequestMapping("/accounts/nettings")
class NettingsPage {

    private static final String LIST = "nettings";
    private static final String ONE = "netting";
    private static final int MONTHS_SHOWN = 3;

    private final ReadNettings nettings;
    private final ProposeNetting proposing;
    private final SignNetting signing;
    private final SettleNetting settling;
    private final People people;
    private final Clock clock;

    NettingsPage(
            ReadNettings nettings,
            ProposeNetting proposing,
            SignNetting signing,
            SettleNetting settling,
            People people,
            Clock clock) {
        this.nettings = nettings;
        this.proposing = proposing;
        this.signing = signing;
        this.settling = settling;
        this.people = people;
        this.clock = clock;
    }

    /** With the flights whose accounts were signed from {@code periodFrom} to {@code periodTo}; the last three months where nothing is asked. */
    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> typed, Model model, Locale language) {
        nettings.requireReader();
        return FormPage.of(LIST, model, language, () -> candidates(typed, model), () -> fill(typed, model, language));
    }

    @PostMapping
    ModelAndView propose(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "flights", required = false) List<String> flights,
            Model model,
            Locale language) {
        signing.requireFinance();
        long[] proposed = new long[1];
        List<String> chosen = flights == null ? List.of() : flights;
        model.addAttribute("chosen", chosen);
        return FormPage.leading(
                LIST,
                model,
                language,
                () -> {
                    candidates(typed, model);
                    TypedFields fields = new TypedFields(typed);
                    proposed[0] = proposing.propose(
                            fields.date("periodFrom"),
                            fields.date("periodTo"),
                            chosen.stream().map(OperationReference::named).toList(),
                            typed.containsKey("acrossYears"));
                },
                () -> fill(typed, model, language),
                () -> to(proposed[0]));
    }

    @GetMapping("/{netting}")
    String show(@PathVariable("netting") String typed, Model model, Locale language) {
        nettings.requireReader();
        fill(number(typed), Map.of(), model, language);
        return ONE;
    }

    /** The text that is signed, byte for byte. */
    @GetMapping(path = "/{netting}.json")
    ResponseEntity<String> content(@PathVariable("netting") String typed) {
        nettings.requireReader();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(nettings.one(number(typed)).netting().signed().json());
    }

    @PostMapping("/{netting}/signature")
    ModelAndView sign(
            @PathVariable("netting") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        signing.requireFinance();
        TypedFields fields = new TypedFields(answers);
        return act(
                typed,
                answers,
                model,
                language,
                netting -> signing.sign(netting, fields.party("party"), answers.getOrDefault("hash", "")));
    }

    @PostMapping("/{netting}/refusal")
    ModelAndView refuse(
            @PathVariable("netting") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        signing.requireFinance();
        TypedFields fields = new TypedFields(answers);
        return act(
                typed,
                answers,
                model,
                language,
                netting -> signing.refuse(
                        netting, fields.party("party"), fields.choice("nettingReason", Netting.Why.class)));
    }

    @PostMapping("/{netting}/end")
    ModelAndView dissolve(@PathVariable("netting") String typed, Model model, Locale language) {
        signing.requireManager();
        return act(typed, Map.of(), model, language, signing::dissolve);
    }

    @PostMapping("/{netting}/payments/{payment}")
    ModelAndView confirm(
            @PathVariable("netting") String typed,
            @PathVariable("payment") String payment,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        signing.requireFinance();
        model.addAttribute("answered", payment);
        return act(
                typed,
                answers,
                model,
                language,
                netting -> settling.confirm(netting, number(payment), new TypedFields(answers)));
    }

    /** Something done with one netting. */
    private interface Act {
        void on(long netting);
    }

    private ModelAndView act(String typed, Map<String, String> answers, Model model, Locale language, Act act) {
        long netting = number(typed);
        return FormPage.leading(
                ONE,
                model,
                language,
                () -> act.on(netting),
                () -> fill(netting, answers, model, language),
                () -> to(netting));
    }

    private static String to(long netting) {
        return "/accounts/nettings/" + netting;
    }

    private static long number(String typed) {
        return PathNumber.of(typed, "netting.unknown", typed);
    }

    private void candidates(Map<String, String> typed, Model model) {
        if (!nettings.mayPropose()) {
            return;
        }
        TypedFields fields = new TypedFields(typed);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate to = fields.isEmpty("periodTo") ? today : fields.date("periodTo");
        proposing.requireDay("periodTo", to);
        LocalDate from = fields.isEmpty("periodFrom") ? to.minusMonths(MONTHS_SHOWN) : fields.date("periodFrom");
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("flights", proposing.flights(from, to));
    }

    private void fill(Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("nettings", nettings.all());
        model.addAttribute("mayPropose", nettings.mayPropose());
        common(typed, model, language);
    }

    private void fill(long id, Map<String, String> typed, Model model, Locale language) {
        ReadNettings.Looked looked = nettings.one(id);
        Netting netting = looked.netting();
        model.addAttribute("looked", looked);
        model.addAttribute(
                "whys",
                Set.of(Netting.Why.values()).stream()
                        .filter(why -> why != Netting.Why.NOT_PAID)
                        .sorted()
                        .toList());
        Set<String> names = new HashSet<>(Set.of(netting.proposedBy()));
        netting.signatures().forEach(signature -> names.add(signature.by()));
        netting.payments().forEach(payment -> {
            if (payment.arrived() != null) {
                names.add(payment.arrived().by());
            }
        });
        if (netting.ended() != null) {
            names.add(netting.ended().by());
        }
        model.addAttribute("names", people.namesOf(names));
        common(typed, model, language);
    }

    private static void common(Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("utc", ZoneOffset.UTC);
        model.addAttribute("typed", typed);
    }
}
