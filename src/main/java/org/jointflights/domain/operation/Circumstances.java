package org.jointflights.domain.operation;

/**
 * What is on record of a flight as it stands, beside answers and counts of its own people.
 *
 * @param destinationEscorts escorts of the state of destination, as they were counted aboard last
 */
public record Circumstances(int destinationEscorts) {

    /** Of a flight of which nothing is on record. */
    public static final Circumstances NONE = new Circumstances(0);
}
