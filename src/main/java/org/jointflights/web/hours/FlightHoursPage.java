package org.jointflights.web.hours;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.application.hours.AnswerExchange;
import org.jointflights.application.hours.EnterAircraftFactor;
import org.jointflights.application.hours.EnterExchange;
import org.jointflights.application.hours.ReadFlightHours;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.People;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.hours.AircraftFactor;
import org.jointflights.domain.hours.HoursExchange;
import org.jointflights.domain.hours.HoursYear;
import org.jointflights.web.PathNumber;
import org.jointflights.web.document.Csv;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
import org.jspecify.annotations.Nullable;
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

/** The accounts in flying hours: who gave and received how many, who should fly next, and each flight behind them. */
@Controller
@RequestMapping("/accounts")
class FlightHoursPage {

    private static final String LIST = "flight-hours";
    private static final String ONE = "hours-exchange";
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> COLUMNS = List.of("year", "party", "opening", "given", "received", "balance");

    private final ReadFlightHours hours;
    private final EnterExchange entering;
    private final AnswerExchange answering;
    private final EnterAircraftFactor factors;
    private final People people;

    FlightHoursPage(
            ReadFlightHours hours,
            EnterExchange entering,
            AnswerExchange answering,
            EnterAircraftFactor factors,
            People people) {
        this.hours = hours;
        this.entering = entering;
        this.answering = answering;
        this.factors = factors;
        this.people = people;
    }

    @GetMapping("/flight-hours")
    String accounts(@RequestParam Map<String, String> asked, Model model, Locale language) {
        hours.requireReader();
        fill(year(asked.get("year")), asked, model, language);
        return LIST;
    }

    /** The accounts of a year with their sums. */
    @GetMapping("/flight-hours.csv")
    ResponseEntity<byte[]> file(@RequestParam Map<String, String> asked, Locale language) throws IOException {
        hours.requireReader();
        int year = year(asked.get("year"));
        HoursYear accounts = hours.of(year).accounts();
        StringWriter out = new StringWriter();
        Csv csv = new Csv(
                out,
                COLUMNS.stream()
                        .map(column -> Sentence.of("hours.column." + column).in(language))
                        .toList());
        for (HoursYear.Account account : accounts.accounts()) {
            csv.add(List.of(
                    Integer.toString(year),
                    account.party().code(),
                    account.opening().decimal().toPlainString(),
                    account.given().decimal().toPlainString(),
                    account.received().decimal().toPlainString(),
                    account.balance().decimal().toPlainString()));
        }
        csv.flush();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("flight-hours-" + year + ".csv")
                                .build()
                                .toString())
                .body(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A state enters the hours of a flight with its aircraft. */
    @PostMapping("/flight-hours")
    ModelAndView enter(@RequestParam Map<String, String> answers, Model model, Locale language) {
        entering.requireFinance();
        long[] entered = new long[1];
        return FormPage.leading(
                LIST,
                model,
                language,
                () -> entered[0] = entering.enter(new TypedFields(answers)),
                () -> fill(hours.thisYear(), answers, model, language),
                () -> to(entered[0]));
    }

    @PostMapping("/flight-hours/factors")
    ModelAndView enterFactor(@RequestParam Map<String, String> answers, Model model, Locale language) {
        factors.requireKeeper();
        model.addAttribute("ofFactor", true);
        return FormPage.leading(
                LIST,
                model,
                language,
                () -> factors.enter(new TypedFields(answers)),
                () -> fill(hours.thisYear(), answers, model, language),
                () -> "/accounts/flight-hours#factors");
    }

    @GetMapping("/flight-hours/{exchange}")
    String show(@PathVariable("exchange") String typed, Model model, Locale language) {
        hours.requireReader();
        fill(number(typed), Map.of(), model, language);
        return ONE;
    }

    @PostMapping("/flight-hours/{exchange}/agreement")
    ModelAndView agree(
            @PathVariable("exchange") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        answering.requireFinance();
        long id = number(typed);
        return act(id, answers, () -> answering.agree(id, new TypedFields(answers)), model, language);
    }

    @PostMapping("/flight-hours/{exchange}/refusal")
    ModelAndView refuse(
            @PathVariable("exchange") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        answering.requireFinance();
        long id = number(typed);
        return act(id, answers, () -> answering.refuse(id, new TypedFields(answers)), model, language);
    }

    @PostMapping("/flight-hours/{exchange}/withdrawal")
    ModelAndView withdraw(@PathVariable("exchange") String typed, Model model, Locale language) {
        answering.requireFinance();
        long id = number(typed);
        return act(id, Map.of(), () -> answering.withdraw(id), model, language);
    }

    @PostMapping("/flight-hours/{exchange}/reversal")
    ModelAndView reverse(
            @PathVariable("exchange") String typed,
            @RequestParam Map<String, String> answers,
            Model model,
            Locale language) {
        entering.requireFinance();
        long id = number(typed);
        long[] entered = new long[1];
        return FormPage.leading(
                ONE,
                model,
                language,
                () -> entered[0] = entering.reverse(id, new TypedFields(answers)),
                () -> fill(id, answers, model, language),
                () -> to(entered[0]));
    }

    private ModelAndView act(long id, Map<String, String> answers, FormPage.Step step, Model model, Locale language) {
        return FormPage.leading(ONE, model, language, step, () -> fill(id, answers, model, language), () -> to(id));
    }

    private static String to(long id) {
        return "/accounts/flight-hours/" + id;
    }

    private int year(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return hours.thisYear();
        }
        if (!YEAR.matcher(typed).matches()) {
            throw Unknown.of("hours.unknownYear", typed);
        }
        return Integer.parseInt(typed);
    }

    private static long number(String typed) {
        return PathNumber.of(typed, "hours.unknown", typed);
    }

    private void fill(int year, Map<String, String> typed, Model model, Locale language) {
        ReadFlightHours.View view = hours.of(year);
        model.addAttribute("view", view);
        model.addAttribute("states", view.states().stream().sorted().toList());
        model.addAttribute(
                "types",
                view.factors().stream().map(AircraftFactor::type).distinct().toList());
        common(typed, model, language);
    }

    private void fill(long id, Map<String, String> typed, Model model, Locale language) {
        ReadFlightHours.Looked looked = hours.exchange(id);
        HoursExchange exchange = looked.exchange();
        model.addAttribute("looked", looked);
        model.addAttribute("answerFor", sorted(looked.answerFor()));
        model.addAttribute("reverseFor", sorted(looked.reverseFor()));
        model.addAttribute("causes", HoursExchange.Cause.values());
        Set<String> names = new HashSet<>(Set.of(exchange.enteredBy()));
        exchange.answers().forEach(answer -> names.add(answer.by()));
        Stream.ofNullable(exchange.withdrawal()).forEach(withdrawal -> names.add(withdrawal.by()));
        model.addAttribute("names", people.namesOf(names));
        common(typed, model, language);
    }

    private static List<Party> sorted(Set<Party> parties) {
        return parties.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static void common(Map<String, String> typed, Model model, Locale language) {
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("language", language);
        model.addAttribute("utc", ZoneOffset.UTC);
        model.addAttribute("typed", typed);
    }
}
