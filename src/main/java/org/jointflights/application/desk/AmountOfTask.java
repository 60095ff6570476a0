package org.jointflights.application.desk;

import java.util.Optional;

/** Which amount the person who does a task puts a name to; whoever has the tasks knows. */
@FunctionalInterface
public interface AmountOfTask {

    /** Nothing for a task that is about no single amount; of accounts, which may be either, {@link DeskFigure.Meaning#GETS}. */
    Optional<DeskFigure.Meaning> of(String task);
}
