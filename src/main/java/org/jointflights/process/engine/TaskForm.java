package org.jointflights.process.engine;

import java.util.Set;

/**
 * One user task: what its form shows, which fields it asks for, and what completing it does. {@link UserTaskGuard} calls
 * it; {@code BpmnContractTest} holds it to the model and the form.
 */
public interface TaskForm {

    /** The task's id in the model, for example {@code userTask_answerOffer}. */
    String task();

    /** The fields that the form asks for; a completion with any other variable is refused. */
    Set<String> fields();

    /** What the form shows beside its fields. */
    Set<String> shows();

    /**
     * What of it can only be {@link Computed}. A form on which somebody signs begins with a part that shows these alone:
     * what is signed, out of reach of whatever was typed into the plan.
     */
    default Set<String> computed() {
        return Set.of();
    }

    /** Fills in what the form shows when the task is created. */
    void open(OpenTask task);

    /** Brings up to date what may have changed between the creation of the task and somebody's claiming it. */
    default void claimed(OpenTask task) {}

    /** Shows the date anew by which the task is due, where the form shows it: it was moved. */
    default void dueAnew(OpenTask task) {}

    /** Does the task: reads the answers, calls one service, writes facts. What it throws leaves the task open. */
    void complete(CompletedTask task);

    /**
     * Whether whoever completes it has prepared the version that is signed next. Not where people only answer to what
     * others prepared, or see to its being carried out.
     */
    default boolean prepares() {
        return true;
    }

    /** Whether an act on the flight's page ends this task although nobody completes it. */
    default boolean isEndedByAct() {
        return false;
    }

    /**
     * Whether only those who may do it know that the flight waits for it, and what they write beside it goes with it, on no
     * trail.
     */
    default boolean isConfidential() {
        return false;
    }

    /** Whether it can be completed while the flight is suspended. */
    default boolean worksWhileSuspended() {
        return false;
    }
}
