package org.jointflights.process.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.GateReplies;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.GateReplies.Reply;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.Question;
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

    /** Shows the part of each gate that is asked here, and hides the others. */
    void showOnly(OpenTask task, List<Question> asked) {
        for (Gate gate : gates) {
            boolean isAsked = asked.stream().anyMatch(question -> question.gate() == gate);
            task.show("asks" + gate, isAsked ? "yes" : "no");
        }
    }

    GateReplies read(TypedFields answers) {
        List<Reply> replies = new ArrayList<>();
        for (Gate gate : gates) {
            if (!answers.isEmpty("answer" + gate)) {
                replies.add(new Reply(
                        gate,
                        answers.choice("answer" + gate, Verdict.class),
                        answers.optionalRemark("reason" + gate).orElse(null)));
            }
        }
        int leavers = answers.wholeNumberOrZero("takenOff", 500);
        return new GateReplies(
                replies,
                leavers == 0
                        ? null
                        : new Leavers(leavers, answers.choice("cause", Cause.class), answers.remark("why")));
    }
}
