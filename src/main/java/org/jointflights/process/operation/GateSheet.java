package org.jointflights.process.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.people.People;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.Question;
import org.jointflights.process.engine.Markdown;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** What somebody reads before answering gates: when or where, whom it concerns, the tests, and what is stopped. */
@Component
class GateSheet {

    private final AnswerGates keeping;
    private final People people;

    GateSheet(AnswerGates keeping, People people) {
        this.keeping = keeping;
        this.people = people;
    }

    /** Of the open questions those are shown that the person is asked. */
    void show(OpenTask task, GateFields fields, String when, AnsweringGroup who, List<Question> open) {
        OperationReference reference = task.reference();
        List<Question> asked = open.stream()
                .filter(question -> AnsweringGroup.to(question).equals(who))
                .toList();
        boolean ofState = who.answerer().takesPeopleOff();
        String whom = ofState
                ? "%s: %d people are on the list."
                        .formatted(who.party().name(Locale.ENGLISH), keeping.onList(reference, who.party()))
                : "This concerns everybody on the flight.";
        task.show("about", Markdown.of("**%s.** %s", when, whom));
        task.showRows("gates", asked.stream().map(GateSheet::row).toList());
        task.show("stops", stops(keeping.stopsConcerning(reference, who.party()), asked));
        task.show("asksPeople", ofState ? "yes" : "no");
        fields.showOnly(task, asked);
    }

    private static Map<String, String> row(Question question) {
        Gate gate = question.gate();
        return Map.of(
                "gate", gate.number(),
                "test", gate.test().in(Locale.ENGLISH),
                "basis", gate.basis().in(Locale.ENGLISH));
    }

    /** Only what these people themselves are asked about: a reason is nobody else's business. */
    private String stops(List<GateAnswer> stops, List<Question> asked) {
        List<String> lines = stops.stream()
                .filter(stop -> asked.stream()
                        .anyMatch(question -> question.gate() == stop.question().gate()))
                .map(stop -> "%s was stopped by %s: %s"
                        .formatted(stop.question().gate(), people.nameOf(stop.by()), stop.reason()))
                .toList();
        return lines.isEmpty() ? "Nothing is stopped." : String.join(" ", lines);
    }
}
