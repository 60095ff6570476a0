package org.jointflights.application.operation;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.GateAnswer;

/** Answers without a database, each of the operation that was under way. */
public final class InMemoryGateAnswers implements GateAnswers {

    private record Kept(int run, GateAnswer answer) {}

    private final InMemoryOperationRuns runs;
    private final List<Kept> answers = new ArrayList<>();

    public InMemoryGateAnswers(InMemoryOperationRuns runs) {
        this.runs = runs;
    }

    @Override
    public long add(GateAnswer answer) {
        answers.add(new Kept(runs.number(answer.reference()), answer));
        return answers.size();
    }

    @Override
    public List<GateAnswer> of(OperationReference reference) {
        int latest = runs.latest(reference).map(OperationRuns.Run::number).orElse(0);
        return answers.stream()
                .filter(kept -> kept.answer().reference().equals(reference) && kept.run() == latest)
                .map(Kept::answer)
                .toList();
    }
}
