package org.jointflights.web.costs;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.costs.EnterRateFile;
import org.jointflights.application.costs.ReadRates;
import org.jointflights.domain.BadInput;
import org.jointflights.web.people.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Exchange rates on record, and where a published file of them is entered. */
@Controller
class RatesPage {

    private static final String VIEW = "rates";

    private final ReadRates rates;
    private final EnterRateFile files;

    RatesPage(ReadRates rates, EnterRateFile files) {
        this.rates = rates;
        this.files = files;
    }

    @GetMapping("/rates")
    String show(Model model) {
        fill(model, Map.of());
        return VIEW;
    }

    @PostMapping("/rates")
    ModelAndView enter(@RequestParam Map<String, String> typed, Model model, Locale language) {
        return FormPage.of(
                VIEW,
                model,
                language,
                () -> model.addAttribute(
                        "changes",
                        files.enter(
                                typed.getOrDefault("rateFile", ""),
                                month(typed.getOrDefault("rateMonth", "")),
                                "yes".equals(typed.get("compared")))),
                () -> fill(model, typed));
    }

    private void fill(Model model, Map<String, String> typed) {
        model.addAttribute("rates", rates.byCurrency());
        model.addAttribute("mayEnter", files.mayEnter());
        model.addAttribute("typed", typed);
    }

    private static @Nullable YearMonth month(String typed) {
        try {
            return typed.isBlank() ? null : YearMonth.parse(typed.strip());
        } catch (DateTimeException noMonth) {
            throw BadInput.of("rateMonth", typed, "costs.rates.month");
        }
    }
}
