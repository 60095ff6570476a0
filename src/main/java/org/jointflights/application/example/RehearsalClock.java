package org.jointflights.application.example;

import java.time.Duration;
import java.time.Instant;

/** The clock of the whole application, which a rehearsal moves: forward only, since what is stored must not lie in the future. */
public interface RehearsalClock {

    /** What it shows. */
    Instant instant();

    /** By how much that is later than the machine's time; nothing until it is moved. */
    Duration ahead();

    /** Shows that moment, and goes on from there. One that is past already changes nothing. */
    void moveTo(Instant moment);
}
