package org.jointflights.application.costs;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The parties that have not answered their share; once for each split. */
@Service
class RemindParties implements Reminder {

    private final Splits splits;

    RemindParties(Splits splits) {
        this.splits = splits;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        return splits.current(reference).filter(split -> split.status() == Split.Status.OPEN).stream()
                .flatMap(this::callsTo);
    }

    private Stream<Call> callsTo(Split split) {
        Set<Party> silent = new TreeSet<>(AnswerShares.asked(split));
        splits.answers(split.reference(), split.number()).forEach(answer -> silent.remove(answer.party()));
        return silent.stream()
                .map(party -> new Call(
                        Role.FINANCE.groupOf(party),
                        "shareReminder/" + split.number(),
                        Sentence.of("notice.shareReminder", split.reference(), split.totalOf(party))));
    }
}
