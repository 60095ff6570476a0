package org.jointflights.web.costs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.costs.ReadFlightFigures;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.needs.ReadNeeds;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.needs.CharterTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where figures are changed and the shares move: under every key, side by side, against flying alone. */
@Controller
class WhatIfPage {

    private static final List<String> KINDS_OF_SEATS = Stream.of(Seats.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private final ReadFlightFigures figures;

    private final ReadNeeds needs;

    private final String example;

    WhatIfPage(ReadFlightFigures figures, ReadNeeds needs) throws IOException {
        this.figures = figures;
        this.needs = needs;
        try (InputStream file =
                Objects.requireNonNull(WhatIfPage.class.getResourceAsStream("/data/what-if-example.json"))) {
            this.example = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/what-if")
    String show(
            @RequestParam(name = "flight", required = false) @Nullable String typed,
            @RequestParam Map<String, String> asked,
            Model model,
            Locale language) {
        model.addAttribute("keys", Key.toTryOut());
        model.addAttribute("seats", KINDS_OF_SEATS);
        model.addAttribute("bases", GroupCostBasis.values());
        String match = asked.get("match");
        if (match != null && !match.isBlank()) {
            CharterTerms terms = ReadNeeds.terms(new TypedFields(asked));
            model.addAttribute("match", match);
            model.addAttribute("input", needs.figures(match, terms, language));
            model.addAttribute("unconverted", 0);
            return "what-if";
        }
        if (typed == null || typed.isBlank()) {
            model.addAttribute("input", example);
            model.addAttribute("unconverted", 0);
            return "what-if";
        }
        OperationReference reference = OperationReference.named(typed.strip());
        ReadFlightFigures.Figures now = figures.of(reference);
        model.addAttribute("flight", reference.value());
        model.addAttribute("input", now.json());
        model.addAttribute("unconverted", now.unconverted());
        return "what-if";
    }
}
