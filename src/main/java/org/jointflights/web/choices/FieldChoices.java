package org.jointflights.web.choices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jointflights.application.choices.Choice;
import org.jointflights.application.choices.ChoiceKind;
import org.jointflights.application.choices.FindChoices;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a field that asks for a state, an airport or a currency suggests, and what the codes in it mean. */
@RestController
class FieldChoices {

    private static final String TEXT = "q";
    private static final String CODES = "codes";
    private static final int LONGEST = 200;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;–-]+");

    private final FindChoices find;

    FieldChoices(FindChoices find) {
        this.find = find;
    }

    /**
     * As the script reads it.
     *
     * @param said how many there are, for whoever hears the page
     */
    record Answer(List<Line> choices, String said) {}

    /**
     * One choice.
     *
     * @param said code and name
     * @param clock whose time a date there means; only of an airport
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String code, String name, String said, @Nullable String clock) {

        static Line of(Choice choice, Locale language) {
            return new Line(
                    choice.code(),
                    choice.name(),
                    Sentence.of("choices.one", choice.code(), choice.name()).in(language),
                    choice.zone() == null
                            ? null
                            : Sentence.of(
                                            "choices.clock",
                                            choice.name(),
                                            choice.zone().getId())
                                    .in(language));
        }
    }

    /** With {@code codes} those that have them, else those that {@code q} may mean. */
    @GetMapping("/choices/{kind}")
    ResponseEntity<Answer> choices(
            @PathVariable("kind") String typedKind, @RequestParam Map<String, String> typed, Locale language) {
        ChoiceKind kind = ChoiceKind.named(typedKind);
        TypedFields fields = new TypedFields(typed);
        if (!fields.isEmpty(CODES)) {
            List<String> codes =
                    BETWEEN.splitAsStream(fields.shortText(CODES, LONGEST)).toList();
            return answer(find.named(kind, codes, language), "", language);
        }
        FindChoices.Found found =
                find.find(kind, fields.isEmpty(TEXT) ? "" : fields.shortText(TEXT, LONGEST), language);
        return answer(found.choices(), said(found).in(language), language);
    }

    private static Sentence said(FindChoices.Found found) {
        int shown = found.choices().size();
        if (shown == 0) {
            return Sentence.of("choices.found.none");
        }
        if (shown < found.all()) {
            return Sentence.of("choices.found.more", shown, found.all());
        }
        return shown == 1 ? Sentence.of("choices.found.one") : Sentence.of("choices.found", shown);
    }

    private static ResponseEntity<Answer> answer(List<Choice> choices, String said, Locale language) {
        List<Line> lines =
                choices.stream().map(choice -> Line.of(choice, language)).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(lines, said));
    }
}
