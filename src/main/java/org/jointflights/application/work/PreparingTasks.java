package org.jointflights.application.work;

/** Which tasks prepare what is signed afterwards; whoever has the tasks knows. */
public interface PreparingTasks {

    /**
     * Whether completing that task prepares a version, as opposed to only answering what others prepared, or seeing to its
     * being carried out. True of a task that nobody knows any more.
     */
    boolean prepares(String task);
}
