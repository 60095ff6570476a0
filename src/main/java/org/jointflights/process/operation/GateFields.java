package org.jointflights.process.operation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.GateReplies;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.GateReplies.Reply;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.EvidenceKind;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jspecify.annotations.Nullable;

/**
 * The part that all gate forms share: places for gates, each a select without a preselected value and a reason, of which
 * as many are shown as gates are asked; and who is no longer on the list. Which gate stands in which place is kept with
 * the task, out of reach of whoever answers.
 */
final class GateFields {

    /** As many as one group can be asked at once. */
    static final int PLACES = 6;

    private static final Set<String> LEAVERS = Set.of("takenOff", "cause", "why");

    private static final Set<String> EVIDENCE = Set.of(
            "decisions",
            "listDay",
            "listVersion",
            "listHash",
            "issuingAuthority",
            "servedOn",
            "complaintForms",
            "waitingPlaces",
            "needs",
            "languages",
            "dutyHours",
            "needsKnown",
            "monitoringBody");

    /** What an answer can be beside a verdict. */
    private static final String COLLEAGUE = "COLLEAGUE";

    private static final int MOST = 500;
    private static final int LONGEST_NAME = 100;

    private GateFields() {}

    static Set<String> fields() {
        Set<String> fields = new HashSet<>(LEAVERS);
        fields.addAll(EVIDENCE);
        places().forEach(place -> fields.addAll(Set.of("answer" + place, "reason" + place)));
        return Set.copyOf(fields);
    }

    static Set<String> shows() {
        Set<String> shows = new HashSet<>(Set.of(
                FlightLine.NAME,
                "about",
                "gates",
                "stops",
                "asksPeople",
                "asksDecisions",
                "asksList",
                "asksHash",
                "asksService",
                "asksPlaces",
                "asksNeeds",
                "asksCrew",
                "needsTold",
                "asksBody"));
        places().forEach(place -> shows.addAll(Set.of("gate" + place, "title" + place)));
        return Set.copyOf(shows);
    }

    /** Puts the gates that are asked into the places, and leaves the others empty. */
    static void show(OpenTask task, List<Gate> asked) {
        places().forEach(place -> {
            Gate gate = place <= asked.size() ? asked.get(place - 1) : null;
            task.show("gate" + place, gate == null ? "" : gate.number());
            task.show("title" + place, gate == null ? "" : gate.title());
        });
    }

    /** Shows the fields for the evidence that the questions ask for, and no others. */
    static void showEvidence(OpenTask task, Set<EvidenceKind> kinds) {
        Map.of(
                        "asksDecisions", Set.of(EvidenceKind.LIST, EvidenceKind.DECISIONS),
                        "asksList", Set.of(EvidenceKind.LIST),
                        "asksHash", Set.of(EvidenceKind.LIST, EvidenceKind.SAME_LIST),
                        "asksService", Set.of(EvidenceKind.SERVICE),
                        "asksPlaces", Set.of(EvidenceKind.PLACES),
                        "asksNeeds", Set.of(EvidenceKind.NEEDS),
                        "asksCrew", Set.of(EvidenceKind.CREW),
                        "asksBody", Set.of(EvidenceKind.MONITORING_BODY))
                .forEach((name, asked) -> task.show(name, Collections.disjoint(asked, kinds) ? "no" : "yes"));
    }

    static GateReplies read(CompletedTask task) {
        Map<Gate, Integer> places = placesOf(task);
        TypedFields answers = task.answers().named(names(places));
        Set<Gate> shown = EnumSet.noneOf(Gate.class);
        shown.addAll(places.keySet());
        Set<Gate> left = shown.stream()
                .filter(gate -> answers.optionalRemark("answer" + gate)
                        .filter(COLLEAGUE::equalsIgnoreCase)
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
        List<Reply> replies = shown.stream()
                .filter(gate -> !left.contains(gate) && !answers.isEmpty("answer" + gate))
                .map(gate -> new Reply(
                        gate,
                        answers.choice("answer" + gate, Verdict.class),
                        answers.optionalRemark("reason" + gate).orElse(null),
                        evidence(gate, answers)))
                .toList();
        int leavers = answers.wholeNumberOrZero("takenOff", MOST);
        return new GateReplies(
                shown,
                replies,
                left,
                leavers == 0
                        ? null
                        : new Leavers(leavers, answers.choice("cause", Cause.class), answers.remark("why")));
    }

    /** What was typed for the gate; what of it must be there, the table says. One form can ask for a list and for a notice. */
    private static Evidence evidence(Gate gate, TypedFields answers) {
        return switch (gate) {
            case NOTICE_AND_LAWYER ->
                new Evidence(
                        null, date(answers, "servedOn"), null, null, null, null, number(answers, "complaintForms"));
            case RESTRAINT_AND_CREW ->
                new Evidence(
                        number(answers, "languages"),
                        null,
                        null,
                        null,
                        null,
                        number(answers, "dutyHours"),
                        number(answers, "needsKnown"));
            case NEEDS_TOLD -> new Evidence(null, null, null, null, null, null, number(answers, "needs"));
            case WAITING_AREA -> new Evidence(number(answers, "waitingPlaces"), null, null, null, null, null, null);
            case MONITORING -> new Evidence(null, null, null, null, body(answers, "monitoringBody"), null, null);
            default ->
                new Evidence(
                        number(answers, "decisions"),
                        date(answers, "listDay"),
                        number(answers, "listVersion"),
                        answers.isEmpty("listHash")
                                ? null
                                : answers.text("listHash").strip().toLowerCase(Locale.ROOT),
                        body(answers, "issuingAuthority"),
                        null,
                        null);
        };
    }

    private static @Nullable String body(TypedFields answers, String field) {
        return answers.isEmpty(field) ? null : answers.shortText(field, LONGEST_NAME);
    }

    private static @Nullable Integer number(TypedFields answers, String field) {
        return answers.isEmpty(field) ? null : answers.wholeNumber(field, 0, MOST);
    }

    private static @Nullable LocalDate date(TypedFields answers, String field) {
        return answers.isEmpty(field) ? null : answers.date(field);
    }

    private static Map<Gate, Integer> placesOf(CompletedTask task) {
        Map<Gate, Integer> places = new HashMap<>();
        places().forEach(place -> {
            String gate = task.shown("gate" + place);
            if (gate.isEmpty()) {
                requireEmpty(task.answers(), "answer" + place, "answer");
                requireEmpty(task.answers(), "reason" + place, "reason");
            } else {
                places.put(Gate.numbered(gate), place);
            }
        });
        return places;
    }

    private static void requireEmpty(TypedFields answers, String field, String name) {
        answers.optionalRemark(field).ifPresent(typed -> {
            throw BadInput.of(name, typed, "operation.notAsked");
        });
    }

    /** A refusal names the gate, not the place. */
    private static Map<String, String> names(Map<Gate, Integer> places) {
        Map<String, String> names = new HashMap<>();
        places.forEach((gate, place) -> {
            names.put("answer" + place, "answer" + gate);
            names.put("reason" + place, "reason" + gate);
        });
        return names;
    }

    private static IntStream places() {
        return IntStream.rangeClosed(1, PLACES);
    }
}
