package org.jointflights.process.operation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnswerGates.Asked;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.people.People;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.EvidenceKind;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.process.engine.FormLanguage;
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

    /** What it says, in no language yet. */
    record Facts(
            Sentence when,
            AnsweringGroup who,
            List<Asked> asked,
            int onList,
            List<GateAnswer> stops,
            List<StopOrder> orders,
            String needsTold) {

        boolean ofState() {
            return who.answerer().takesPeopleOff();
        }
    }

    /** Of the open questions those are shown that the person is asked. */
    Facts facts(OperationReference reference, Sentence when, AnsweringGroup who, List<Question> open) {
        List<Asked> asked = keeping.askedOf(reference, who, open);
        return new Facts(
                when,
                who,
                asked,
                who.answerer().takesPeopleOff() ? keeping.onList(reference, who.party()) : 0,
                keeping.stopsConcerning(reference, who.party()),
                keeping.ordersConcerning(reference, who.party()),
                asked.stream().anyMatch(one -> one.evidence() == EvidenceKind.CREW) ? needsTold(reference) : "");
    }

    void show(OpenTask task, Facts facts) {
        Sentence whom = facts.ofState()
                ? Sentence.of(
                        "operation.form.onList", FormLanguage.name(facts.who().party()), facts.onList())
                : Sentence.of("operation.form.everybody");
        task.show("about", Markdown.of("operation.form.about", facts.when(), whom));
        task.showRows("gates", facts.asked().stream().map(GateSheet::row).toList());
        task.show("stops", stops(facts.stops(), facts.asked(), facts.orders()));
        task.show("asksPeople", facts.ofState() ? "yes" : "no");
        GateFields.show(
                task,
                facts.asked().stream()
                        .map(one -> one.question().gate())
                        .distinct()
                        .toList());
        GateFields.showEvidence(
                task, facts.asked().stream().map(Asked::evidence).collect(Collectors.toUnmodifiableSet()));
        task.show("needsTold", facts.needsTold());
    }

    /** States may have told of more since the task was opened. */
    void showNeeds(OpenTask task) {
        task.show("needsTold", needsTold(task.reference()));
    }

    private String needsTold(OperationReference reference) {
        return Integer.toString(keeping.needsTold(reference));
    }

    private static Map<String, String> row(Asked asked) {
        Gate gate = asked.question().gate();
        return Map.of(
                "gate", gate.number(),
                "test", FormLanguage.say(gate.test()),
                "basis", asked.basis());
    }

    /** Only what these people themselves are asked about: a reason is nobody else's business. */
    private String stops(List<GateAnswer> stops, List<Asked> asked, List<StopOrder> orders) {
        Stream<String> ordered =
                orders.stream().map(order -> FormLanguage.say("operation.form.ordered", order.number(), order.whom()));
        Stream<String> answered = stops.stream()
                .filter(stop -> asked.stream()
                        .anyMatch(
                                one -> one.question().gate() == stop.question().gate()))
                .map(stop -> FormLanguage.say(
                        "operation.form.stopped",
                        stop.question().gate(),
                        FormLanguage.say(people.named(stop.by())),
                        Objects.requireNonNull(stop.reason())));
        List<String> lines = Stream.concat(ordered, answered).toList();
        return lines.isEmpty() ? FormLanguage.say("operation.form.nothingStopped") : String.join(" ", lines);
    }
}
