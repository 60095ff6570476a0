package org.jointflights.domain.flight;

/** Joint, collecting (aircraft and escorts from the country of return) or national return operation. */
public enum FlightType {
    JRO,
    CRO,
    NRO
}
