package org.jointflights.web.recovery;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.People;
import org.jointflights.application.recovery.AnswerRecovery;
import org.jointflights.application.recovery.DecideRecovery;
import org.jointflights.application.recovery.EnterReferenceRate;
import org.jointflights.application.recovery.OpenRecovery;
import org.jointflights.application.recovery.ReadRecoveries;
import org.jointflights.application.recovery.SettleRecovery;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.web.PathNumber;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Recovery orders: what was found wrong, what follows from it, what the claimant says, and who has paid. */
@Controller
@RequestMapping("/recoveries")
class RecoveriesPage {

    private static final String LIST = "recoveries";
    private static final String ONE = "recovery";

    private final ReadRecoveries recoveries;
    private final OpenRecovery opening;
    private final AnswerRecovery answering;
    private final DecideRecovery deciding;
    private final SettleRecovery settling;
    private final EnterReferenceRate rates;
    private final People people;

    RecoveriesPage(
            ReadRecoveries recoveries,
            OpenRecovery opening,
            AnswerRecovery answering,
            DecideRecovery deciding,
            SettleRecovery settling,
            EnterReferenceRate rates,
            People people) {
        this.recoveries = recoveries;
        this.opening = opening;
        this.answering = answering;
        this.deciding = deciding;
        this.settling = settling;
        this.rates = rates;
        this.people = people;
    }

    @GetMapping
    String list(Model model, Locale language) {
        fill(Map.of(), model, language);
        return LIST;
    }

    /** Announces what follows from a {@code finding}. */
    @PostMapping
    ModelAndView announce(@RequestParam Map<String, String> answers, Model model, Locale language) {
        opening.requireOpener();
        long[] opened = new long[1];
        return FormPage.leading(
                LIST,
                model,
                language,
                () -> opened[0] =
                        opening.announce(number(answers.getOrDefault("finding", ""), "recovery.finding.unknown")),
                () -> fill(Map.of(), model, language),
                () -> "/recoveries/" + opened[0]);
    }

    @PostMapping("/rates")
    ModelAndView enterRate(@RequestParam Map<String, String> answers, Model model, Locale language) {
        return FormPage.leading(
                LIST,
                model,
                language,
                () -> rates.enter(new TypedFields(answers)),
                () -> fill(answers, model, language),
                () -> "/recoveries#rates");
    }

    @GetMapping("/{order}")
    String show(@PathVariable("order") String typed, Model model, Locale language) {
        recoveries.requireReader();
        fill(number(typed), Map.of(), model, language);
        return ONE;
    }

    @PostMapping("/{order}/answer")
    ModelAndView answer(
            @PathVariable("order") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        answering.requireFinance();
        return act(typed, answers, model, language, order -> answering.answer(order, new TypedFields(answers)));
    }

    @PostMapping("/{order}/decision")
    ModelAndView decide(
            @PathVariable("order") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        deciding.requireDecider();
        return act(typed, answers, model, language, order -> deciding.decide(order, new TypedFields(answers)));
    }

    @PostMapping("/{order}/transfers/{transfer}/payment")
    ModelAndView confirm(
            @PathVariable("order") String typed,
            @PathVariable("transfer") String transfer,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        settling.requireFinance();
        model.addAttribute("answered", transfer);
        return act(
                typed,
                answers,
                model,
                language,
                order -> settling.confirm(order, number(transfer), new TypedFields(answers)));
    }

    @PostMapping("/{order}/transfers/{transfer}/waiver")
    ModelAndView waive(
            @PathVariable("order") String typed,
            @PathVariable("transfer") String transfer,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        settling.requireFinance();
        model.addAttribute("answered", transfer);
        return act(
                typed,
                answers,
                model,
                language,
                order -> settling.waive(order, number(transfer), new TypedFields(answers)));
    }

    /** Something done with one order. */
    private interface Act {
        void on(long order);
    }

    private ModelAndView act(String typed, Map<String, String> answers, Model model, Locale language, Act act) {
        recoveries.requireReader();
        long order = number(typed);
        return FormPage.leading(
                ONE,
                model,
                language,
                () -> act.on(order),
                () -> fill(order, answers, model, language),
                () -> "/recoveries/" + order);
    }

    private static long number(String typed) {
        return number(typed, "recovery.unknown");
    }

    private static long number(String typed, String unknown) {
        return PathNumber.of(typed, unknown, typed);
    }

    private void fill(Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("orders", recoveries.all());
        model.addAttribute("findings", recoveries.toRecover());
        model.addAttribute("rates", recoveries.referenceRates());
        model.addAttribute("acts", recoveries.acts());
        common(typed, model, language);
    }

    private void fill(long id, Map<String, String> typed, Model model, Locale language) {
        ReadRecoveries.Looked looked = recoveries.order(id);
        RecoveryOrder order = looked.order();
        model.addAttribute("looked", looked);
        model.addAttribute("acts", recoveries.acts(order));
        model.addAttribute("stances", AnswerRecovery.Stance.values());
        model.addAttribute(
                "outcomes",
                looked.recovered() == null
                        ? DecideRecovery.Outcome.values()
                        : new DecideRecovery.Outcome[] {DecideRecovery.Outcome.DROP});
        Set<String> names =
                new HashSet<>(Set.of(order.announcedBy(), order.finding().by()));
        RecoveryOrder.Answer answer = order.answer();
        RecoveryOrder.Decision decision = order.decision();
        if (answer != null) {
            names.add(answer.by());
        }
        if (decision != null) {
            names.add(decision.by());
        }
        model.addAttribute("names", people.namesOf(names));
        common(typed, model, language);
    }

    private void common(Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("rule", recoveries.interestRule());
        model.addAttribute("utc", ZoneOffset.UTC);
        model.addAttribute("typed", typed);
    }
}
