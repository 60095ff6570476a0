package org.jointflights.domain.accounts;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** One version of a flight's accounts as it lies before the parties, with their answers. The newest one counts. */
public record Statement(OperationReference reference, int version, Instant computedAt, List<Answer> answers) {

    /**
     * A party's answer to one version.
     *
     * @param objection why the party does not sign; nothing if it signed
     * @param reply what the organiser answered to the objection, or nothing yet
     */
    public record Answer(
            Party party,
            @Nullable String objection,
            String by,
            Instant at,
            @Nullable String reply) {

        public boolean signed() {
            return objection == null;
        }

        /** Whether the organiser still has to answer it. */
        public boolean isOpenObjection() {
            return objection != null && reply == null;
        }
    }

    public Statement {
        answers = List.copyOf(answers);
    }
}
