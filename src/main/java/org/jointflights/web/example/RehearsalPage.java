package org.jointflights.web.example;

import java.util.List;
import java.util.Locale;
import org.jointflights.application.example.ClockMove;
import org.jointflights.application.example.LetOthersAct;
import org.jointflights.application.example.LetOthersAct.Acted;
import org.jointflights.application.example.ListComingDates;
import org.jointflights.application.example.MoveClock;
import org.jointflights.application.example.RehearsedMoment;
import org.jointflights.application.example.ShowRehearsal;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.web.people.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator of the example moves the clock of the whole application forward. */
@Controller
@Profile("example")
@RequestMapping("/admin/rehearsal")
class RehearsalPage {

    private static final String VIEW = "rehearsal";

    /** Flights that are shown with what comes next of them; more are no rehearsal. */
    private static final int MOST = 50;

    private final MoveClock clock;
    private final ListComingDates dates;
    private final ShowRehearsal rehearsal;
    private final LetOthersAct others;

    RehearsalPage(MoveClock clock, ListComingDates dates, ShowRehearsal rehearsal, LetOthersAct others) {
        this.others = others;
        this.clock = clock;
        this.dates = dates;
        this.rehearsal = rehearsal;
    }

    @GetMapping
    String show(Model model, Locale language) {
        fill(model, language);
        return VIEW;
    }

    /** By so many days, to what comes next of a flight, or to what comes next of any; one of the three is said. */
    @PostMapping(params = "!others")
    ModelAndView move(
            @RequestParam(name = "days", required = false) @Nullable String days,
            @RequestParam(name = "flight", required = false) @Nullable String flight,
            @RequestParam(name = "next", required = false) @Nullable String next,
            Model model,
            Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> model.addAttribute("told", told(moved(days, flight, next), language)),
                () -> fill(model, language));
    }

    /** The people of the example do what waits in that flight, until it is at its next stage; the clock goes along if it is told to. */
    @PostMapping(params = "others")
    ModelAndView act(
            @RequestParam("others") String flight,
            @RequestParam(name = "clock", required = false) @Nullable String clockToo,
            Model model,
            Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> {
                    Acted acted = acted(new OperationReference(flight.strip()), clockToo != null);
                    model.addAttribute("acted", acted.said().in(language));
                    acted.move().ifPresent(move -> model.addAttribute("told", told(move, language)));
                },
                () -> fill(model, language));
    }

    private static String told(ClockMove move, Locale language) {
        return Sentence.of("rehearsal.moved", new RehearsedMoment(move.from()), new RehearsedMoment(move.to()))
                .in(language);
    }

    private Acted acted(OperationReference flight, boolean clockToo) {
        return clockToo ? others.toNextStageInTime(flight) : others.toNextStage(flight);
    }

    private ClockMove moved(@Nullable String days, @Nullable String flight, @Nullable String next) {
        if (days != null) {
            return clock.byDays(days);
        }
        if (flight != null) {
            return clock.toNext(new OperationReference(flight));
        }
        if (next != null) {
            return clock.toNext(null);
        }
        throw BadInput.of("days", null, "rehearsal.howFar");
    }

    private List<Flight> flights() {
        return others.openFlights().stream().limit(MOST).toList();
    }

    private void fill(Model model, Locale language) {
        // The clock has gone on since the page was asked for.
        model.addAttribute(
                "rehearsal", rehearsal.banner().map(said -> said.in(language)).orElse(""));
        model.addAttribute("shown", rehearsal.shown());
        model.addAttribute("real", rehearsal.real());
        model.addAttribute("coming", dates.all().stream().limit(MOST).toList());
        model.addAttribute("flights", flights());
        model.addAttribute("last", clock.last().orElse(null));
        model.addAttribute("say", new RehearsalWording(language));
    }
}
