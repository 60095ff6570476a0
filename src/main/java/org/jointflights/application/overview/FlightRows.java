package org.jointflights.application.overview;

import java.util.List;

/** All flights, finished ones too, as lines of a list. */
public interface FlightRows {

    /** By departure, then reference; in a constant number of statements whatever the number of flights. */
    List<FlightRow> all();
}
