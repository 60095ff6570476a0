package org.jointflights.application.example;

import java.time.Duration;

/** By how much the clock of the rehearsal was moved, kept for the next start. */
public interface ClockMoves {

    /** Nothing if it never was. */
    Duration ahead();

    /** In place of what was kept before. */
    void remember(Duration ahead);
}
