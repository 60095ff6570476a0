package org.jointflights.process.example;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.planning.Proposal;
import org.jointflights.application.planning.ProposeFlight;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jointflights.process.example.LedgerRows.Row;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Operations of the released ledger as flights: they have a reference and a real date already. */
@Component
@Profile("example")
class LedgerOperations {

    private static final String ASSUMED =
            "Route, boarding airports and the single cost items are assumed; states, head counts and amounts are the ledger's.";

    /** For a flight of whose cost the ledger says nothing. */
    static final String ASSUMED_AMOUNTS =
            "Route, boarding airports, all amounts, the funds of Italy, France and Sweden, and what came after the flight are assumed; "
                    + "that Spain’s costs were co-financed at 70 %, the states and the head counts of those who flew are the ledger’s. "
                    + "It lists Sweden with an observer: that it had taken seats and withdrew is assumed.";

    private final ProposeFlight proposing;
    private final RuntimeService engine;
    private final ExampleUsers users;

    LedgerOperations(ProposeFlight proposing, RuntimeService engine, ExampleUsers users) {
        this.proposing = proposing;
        this.engine = engine;
        this.users = users;
    }

    /** Puts the operation on record, in the name of the machine, and starts its process. */
    void propose(
            OperationReference flight,
            List<Row> ledger,
            String destination,
            Route route,
            ZonedDateTime departure,
            LocalDate realDate,
            int capacity) {
        propose(flight, ledger, destination, route, departure, realDate, capacity, ASSUMED);
    }

    /** Likewise, where other things are assumed. */
    void propose(
            OperationReference flight,
            List<Row> ledger,
            String destination,
            Route route,
            ZonedDateTime departure,
            LocalDate realDate,
            int capacity,
            String assumed) {
        Party organiser = ExampleFlights.organiser(flight);
        Set<Party> invited =
                ExampleFlights.states(ledger).stream().map(Row::party).collect(Collectors.toCollection(TreeSet::new));
        proposing.propose(
                new Proposal(organiser, FlightType.JRO, destination, route, departure, capacity, invited),
                flight,
                realDate,
                assumed);
        engine.startProcessInstanceByKey("jointFlight", flight.value());
        users.runJobs(flight);
    }
}
