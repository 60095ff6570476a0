package org.jointflights.web.figures;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.figures.FigureFilter;
import org.jointflights.application.figures.ReadIndicators;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.figures.Indicator;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures as JSON: beside their pages for people, and under {@code /api}, where programs come in with a token. The fields of
 * the filter are described one by one, in the part of the description that is written.
 */
@RestController
class FiguresApi {

    private final ReadIndicators indicators;

    FiguresApi(ReadIndicators indicators) {
        this.indicators = indicators;
    }

    @GetMapping(
            path = {"/figures.json", "/api/figures"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    List<FigureJson> all(@Parameter(hidden = true) @RequestParam Map<String, String> typed, Locale language) {
        FiguresWording say = new FiguresWording(language);
        return indicators.all(indicators.filter(new TypedFields(typed))).stream()
                .map(told -> FigureJson.of(told, say))
                .toList();
    }

    @GetMapping(
            path = {"/figures/{figure}.json", "/api/figures/{figure}"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    OneFigureJson one(
            @PathVariable("figure") String figure,
            @Parameter(hidden = true) @RequestParam Map<String, String> typed,
            Locale language) {
        FigureFilter filter = indicators.filter(new TypedFields(typed));
        return OneFigureJson.of(indicators.of(Indicator.named(figure), filter), new FiguresWording(language));
    }
}
