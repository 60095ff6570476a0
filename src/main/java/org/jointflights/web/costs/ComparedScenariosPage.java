package org.jointflights.web.costs;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.costs.CompareEveryKey;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.costs.ReadFlightFigures;
import org.jointflights.application.scenario.CompareScenarios;
import org.jointflights.application.scenario.ReadScenarios;
import org.jointflights.application.scenario.ReadScenarios.Opened;
import org.jointflights.application.scenario.Scenarios;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.scenario.ComparedShares;
import org.jointflights.web.people.FormPage;
import org.jointflights.web.picture.ComparedPicture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two scenarios side by side, of one's own or shared by others: who bears what in each by one key, and the difference. */
@Controller
class ComparedScenariosPage {

    /** The last part of an address, however it was copied. */
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9_-]+)/?\\s*$");

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2,3}-[0-9]{4}-[0-9]{3,5}");

    private final ReadScenarios scenarios;
    private final ReadFlightFigures flights;
    private final CompareScenarios comparing;
    private final SharingTurns turns;

    ComparedScenariosPage(
            ReadScenarios scenarios, ReadFlightFigures flights, CompareScenarios comparing, SharingTurns turns) {
        this.scenarios = scenarios;
        this.flights = flights;
        this.comparing = comparing;
        this.turns = turns;
    }

    @GetMapping("/what-if/compare")
    ModelAndView show(@RequestParam Map<String, String> asked, Principal person, Model model, Locale language) {
        String first = asked.getOrDefault("first", "");
        String other = asked.getOrDefault("other", "");
        String second = other.isBlank() ? asked.getOrDefault("second", "") : address(other);
        String key = asked.getOrDefault("key", CompareEveryKey.ENTERED);
        List<Scenarios.Line> own = scenarios.own();
        model.addAttribute("own", own);
        NavigableSet<OperationReference> begun = new TreeSet<>();
        own.stream()
                .map(line -> line.origin().flight())
                .filter(Objects::nonNull)
                .forEach(begun::add);
        model.addAttribute("flights", begun);
        model.addAttribute("keys", Key.toTryOut());
        model.addAttribute("entered", CompareEveryKey.ENTERED);
        model.addAttribute("key", key);
        model.addAttribute("first", first);
        model.addAttribute("second", second);
        model.addAttribute("say", new ScenarioWording(language));
        return FormPage.of(
                "scenarios",
                model,
                language,
                () -> {
                    // Who only follows the link from a scenario has chosen the first of the two.
                    if (!first.isBlank() && (asked.containsKey("second") || asked.containsKey("other"))) {
                        if (second.isBlank()) {
                            throw BadInput.of("second", second, "scenario.compare.two");
                        }
                        compare(first, second, key, person, model, language);
                    }
                },
                () -> {});
    }

    private void compare(String first, String second, String key, Principal person, Model model, Locale language) {
        Side one = side(first);
        Side another = side(second);
        model.addAttribute("one", one);
        model.addAttribute("another", another);
        ComparedShares compared = turns.inTurn(person.getName(), () -> comparing.of(one.input(), another.input(), key));
        model.addAttribute("compared", compared);
        model.addAttribute(
                "picture",
                ComparedPicture.of(compared, named(one, first, language), named(another, second, language), language));
    }

    /**
     * One of the two.
     *
     * @param name what somebody called it; nothing for a flight as it is now
     * @param link to the page that shows it whole
     * @param listed whether it is among one's own
     */
    record Side(@Nullable String name, CostInput input, String link, boolean listed) {}

    private Side side(String address) {
        if (REFERENCE.matcher(address).matches()) {
            CostInput now =
                    CostJson.read(flights.of(OperationReference.named(address)).json());
            return new Side(null, now, "/what-if?flight=" + address, false);
        }
        Opened opened = scenarios.open(address);
        return new Side(opened.scenario().name(), opened.scenario().input(), "/what-if/" + address, opened.isOwn());
    }

    private static String named(Side side, String address, Locale language) {
        String name = side.name();
        return name == null ? Sentence.of("scenario.compare.asItIs", address).in(language) : name;
    }

    private static String address(String typed) {
        Matcher found = ADDRESS.matcher(typed);
        return found.find() ? found.group(1) : typed.strip();
    }
}
