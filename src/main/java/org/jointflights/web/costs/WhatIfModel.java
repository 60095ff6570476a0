package org.jointflights.web.costs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.people.People;
import org.jointflights.application.scenario.KeepScenarios;
import org.jointflights.application.scenario.ReadScenarios;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Key;
import org.jointflights.web.overview.FlightWording;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the what-if page, whatever it was opened with. */
@Component
class WhatIfModel {

    static final String PAGE = "what-if";

    /** Of which one can be chosen to begin with; all others open from their own pages. */
    private static final int FLIGHTS = 100;

    private static final List<String> KINDS_OF_SEATS = Stream.of(Seats.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private final ReadScenarios scenarios;

    private final People people;

    private final ListFlights flights;

    private final String example;

    WhatIfModel(ReadScenarios scenarios, People people, ListFlights flights) throws IOException {
        this.scenarios = scenarios;
        this.people = people;
        this.flights = flights;
        try (InputStream file =
                Objects.requireNonNull(WhatIfModel.class.getResourceAsStream("/data/what-if-example.json"))) {
            this.example = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** With the figures of the example. */
    void fill(Model model, Locale language) {
        fill(example, model, language);
        model.addAttribute("isExample", true);
    }

    /** With these figures. */
    void fill(String figures, Model model, Locale language) {
        model.addAttribute("input", figures);
        model.addAttribute("unconverted", 0);
        model.addAttribute("keys", Key.toTryOut());
        model.addAttribute("seats", KINDS_OF_SEATS);
        model.addAttribute("bases", GroupCostBasis.values());
        model.addAttribute("flights", flights.latest(FLIGHTS));
        model.addAttribute("own", scenarios.own());
        model.addAttribute("most", KeepScenarios.MOST);
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute("utc", ZoneOffset.UTC);
    }

    /** With the figures of a scenario that somebody has opened, or with those that they typed there. */
    void fill(ReadScenarios.Opened opened, Map<String, String> typed, Model model, Locale language) {
        fill(typed.getOrDefault("input", opened.json()), model, language);
        model.addAttribute("opened", opened);
        model.addAttribute(
                "version",
                typed.getOrDefault("version", Long.toString(opened.scenario().version())));
        model.addAttribute("owner", people.nameOf(opened.scenario().person()));
    }

    /** After what somebody typed was refused, as they typed it. */
    void again(Map<String, String> typed, Model model, Locale language) {
        String from = typed.getOrDefault("from", "");
        String figures = typed.getOrDefault("input", "");
        if (!from.isBlank()) {
            fill(scenarios.open(from), typed, model, language);
        } else if (figures.isBlank()) {
            fill(model, language);
        } else {
            fill(figures, model, language);
        }
        for (String field : List.of("flight", "match", "scenarioName")) {
            String value = typed.getOrDefault(field, "");
            if (!value.isBlank()) {
                model.addAttribute(field, value);
            }
        }
    }
}
