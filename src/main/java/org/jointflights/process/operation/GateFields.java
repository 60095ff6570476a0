package org.jointflights.process.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.input.Answers;
import org.jointflights.application.safeguard.AnswerSheet;
import org.jointflights.application.safeguard.AnswerSheet.Leavers;
import org.jointflights.application.safeguard.AnswerSheet.Reply;
import org.jointflights.application.safeguard.GateKeeping;
import org.jointflights.application.safeguard.Respondent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.safeguard.Cause;
import org.jointflights.domain.safeguard.Gate;
import org.jointflights.domain.safeguard.GateAnswer;
import org.jointflights.domain.safeguard.GateAnswer.Verdict;
import org.jointflights.domain.safeguard.Question;
import org.jointflights.process.engine.OpenTask;

/**
 * The part that all gate forms share: for each gate a select without a preselected value and a reason, of which only
 * those are shown that are asked; and who is no longer on the list.
 */
final class GateFields {

    static final Set<String> LEAVERS = Set.of("takenOff", "cause", "why");

    private final List<Gate> gates;

    GateFields(Stream<Gate> gates) {
        this.gates = gates.toList();
    }

    Set<String> fields() {
        Set<String> fields = new HashSet<>(LEAVERS);
        gates.forEach(gate -> {
            fields.add("answer" + gate);
            fields.add("reason" + gate);
        });
        return Set.copyOf(fields);
    }

    Set<String> shows() {
        Set<String> shows = new HashSet<>(Set.of(FlightLine.NAME, "about", "gates", "stops", "asksPeople"));
        gates.forEach(gate -> shows.add("asks" + gate));
        return Set.copyOf(shows);
    }

    void open(OpenTask task, GateKeeping keeping, Respondent who, List<Question> open) {
        OperationReference reference = task.reference();
        List<Question> asked = open.stream()
                .filter(question -> Respondent.to(question).equals(who))
                .toList();
        boolean people = who.answerer().takesPeopleOff();
        task.show(
                "about",
                people
                        ? "%s: %d people are on the list."
                                .formatted(who.party().name(Locale.ENGLISH), keeping.onList(reference, who.party()))
                        : "This concerns everybody on the flight.");
        task.showRows("gates", asked.stream().map(GateFields::row).toList());
        task.show("stops", stops(keeping.stopsConcerning(reference, who.party()), asked));
        task.show("asksPeople", people ? "yes" : "no");
        for (Gate gate : gates) {
            boolean isAsked = asked.stream().anyMatch(question -> question.gate() == gate);
            task.show("asks" + gate, isAsked ? "yes" : "no");
        }
    }

    AnswerSheet read(Answers answers) {
        List<Reply> replies = new ArrayList<>();
        for (Gate gate : gates) {
            if (!answers.isEmpty("answer" + gate)) {
                replies.add(new Reply(
                        gate,
                        answers.choice("answer" + gate, Verdict.class),
                        answers.optionalText("reason" + gate).orElse(null)));
            }
        }
        int leavers = answers.wholeNumberOrZero("takenOff", 500);
        return new AnswerSheet(
                replies,
                leavers == 0 ? null : new Leavers(leavers, answers.choice("cause", Cause.class), answers.text("why")));
    }

    private static Map<String, String> row(Question question) {
        Gate gate = question.gate();
        return Map.of(
                "gate", gate.name(),
                "test", gate.test().in(Locale.ENGLISH),
                "basis", gate.basis().in(Locale.ENGLISH));
    }

    /** Only what these people themselves are asked about: a reason is nobody else's business. */
    private static String stops(List<GateAnswer> stops, List<Question> asked) {
        List<String> lines = stops.stream()
                .filter(stop -> asked.stream()
                        .anyMatch(question -> question.gate() == stop.question().gate()))
                .map(stop ->
                        "%s was stopped by %s: %s".formatted(stop.question().gate(), stop.by(), stop.reason()))
                .toList();
        return lines.isEmpty() ? "Nothing is stopped." : String.join(" ", lines);
    }
}
