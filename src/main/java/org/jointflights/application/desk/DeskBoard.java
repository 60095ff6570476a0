package org.jointflights.application.desk;

import java.util.List;
import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;

/** All flights and all that is on record, in figures. */
public interface DeskBoard {

    /** How many flights are in each stage that is not over; a stage without any is not in it. */
    Map<Stage, Integer> underWay();

    /** How many automatic steps have failed and wait for an administrator. */
    int failedSteps();

    /** At most so many flights in which one has, by reference. */
    List<OperationReference> failed(int most);

    /** How much there is to verify. */
    OnRecord onRecord();

    /** Versions of plans, versions of accounts, nettings, and the signatures and answers under all of them. */
    record OnRecord(int plans, int accounts, int nettings, int signatures) {}
}
