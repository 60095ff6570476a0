package org.jointflights.domain.operation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.operation.GateAnswer.Verdict;

/** What somebody does, or tries to do, on a random walk. */
public sealed interface Move {

    /** Sign-in name. */
    String user();

    /**
     * Answers what a group is asked.
     *
     * @param left gates that are left to a colleague
     * @param served what is said to be the latest date of service, where notices are asked about
     * @param ofAll what is said to be the number of decisions of all states together, and of the needs that the escorts know of
     * @param off how many are no longer on the list
     */
    record Answer(
            String user,
            String task,
            String group,
            Map<Gate, Verdict> said,
            Set<Gate> left,
            LocalDate served,
            int ofAll,
            int off)
            implements Move {}

    /**
     * Does a task of another kind, with these fields typed.
     *
     * @param number of the restraint that is reviewed, or 0
     */
    record Complete(String user, String task, String group, Map<String, Object> fields, int number) implements Move {

        /** Of no restraint. */
        public Complete(String user, String task, String group, Map<String, Object> fields) {
            this(user, task, group, fields, 0);
        }
    }

    /** Decides something on the flight's page. */
    record Act(String user, String act, Map<String, String> fields) implements Move {}

    /** Sends the form of the last task that was done once more. */
    record Again(String user) implements Move {}
}
