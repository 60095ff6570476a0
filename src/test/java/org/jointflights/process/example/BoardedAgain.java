package org.jointflights.process.example;

import org.jointflights.application.example.DueWork;
import org.jointflights.application.system.CompareClocks;
import org.jointflights.domain.OperationReference;

/** A second flight like the one of the guided tour, for whoever plays the tour once more in the same application. */
public class BoardedAgain {

    private final ExampleFlights flights;
    private final DueWork work;
    private final CompareClocks clocks;

    BoardedAgain(ExampleFlights flights, DueWork work, CompareClocks clocks) {
        this.flights = flights;
        this.work = work;
        this.clocks = clocks;
    }

    /** As it is at the first start. No step is taken by itself meanwhile: the clock shows the past, and who compares it must look again. */
    public void as(OperationReference alike) {
        work.undisturbed(() -> {
            flights.boardAgain(alike);
            return alike;
        });
        clocks.compare();
    }
}
