package org.jointflights.application.notice;

import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Who is reminded of what when time is running out. The model says when; the class has the name of the model's step, so that
 * the step “remind debtors” sends what {@code RemindDebtors} has to say.
 */
public interface Reminder {

    /**
     * What one group reads.
     *
     * @param once names the occasion within the flight: of two calls with the same occasion a group gets the first
     */
    record Call(String group, String once, Sentence text) {}

    /**
     * Nothing where everybody has done what is due.
     *
     * @param party whom the step concerns; nothing where it concerns the whole flight
     */
    Stream<Call> calls(OperationReference reference, @Nullable Party party);
}
