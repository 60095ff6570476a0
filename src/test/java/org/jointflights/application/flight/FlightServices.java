package org.jointflights.application.flight;

import org.jointflights.application.InMemoryPorts;

/** The services about flights over what is kept in memory. */
public final class FlightServices {

    public final FindAirports airports = new FindAirports();
    public final CheckFlightAccess access;

    public FlightServices(InMemoryPorts ports) {
        access = new CheckFlightAccess(ports.flights, ports.participations, ports.user);
    }
}
