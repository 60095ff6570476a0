package org.jointflights.application.overview;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.closing.InMemoryErasures;
import org.jointflights.application.closing.InMemoryLegalHolds;
import org.jointflights.application.closing.InMemoryMonitorReports;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.FlightServices;
import org.jointflights.application.flight.acts.FlightActServices;
import org.jointflights.application.incidents.InMemoryComplaints;
import org.jointflights.application.incidents.InMemorySeriousIncidents;
import org.jointflights.application.incidents.IncidentServices;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.absence.AbsenceServices;
import org.jointflights.application.people.absence.ListUncovered;
import org.jointflights.application.settlement.SettlementServices;
import org.jspecify.annotations.Nullable;

/** What reads flights for whoever is signed in. */
public final class OverviewServices {

    final InMemoryPorts ports = new InMemoryPorts();
    final SettlementServices settlement = new SettlementServices(ports);
    final InMemoryOpenTasks tasks = new InMemoryOpenTasks();
    final InMemoryFlightFailures failed = new InMemoryFlightFailures();
    public final InMemoryFlightRows rows = new InMemoryFlightRows(tasks, failed);
    final InMemoryPositions positions = new InMemoryPositions();
    final InMemoryDeployedModels deployed = new InMemoryDeployedModels();
    final InMemorySeriousIncidents incidents = new InMemorySeriousIncidents();
    final InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));

    private final CheckFlightAccess access = new FlightServices(ports).access;
    public final ListFlights list = new ListFlights(rows, tasks, failed, access, ports.clock);
    public final ListUncovered uncovered = AbsenceServices.uncovered(people, ports.user, ports.clock);
    final ListNotices notices = new ListNotices(access, ports.outbox);
    final ReadModels models = new ReadModels(access, deployed);
    final ReadFlightFile read = new ReadFlightFile(
            access,
            readers(ports, settlement),
            new ReadHead(
                    ports.suspensions, ports.cancellations, settlement.operation.times, tasks, failed, ports.clock),
            new FlightSections(
                    new ReadStanding(positions, settlement.operation.gates, new FlightActServices(ports).submit),
                    new ReadPlanSection(
                            ports.participations,
                            ports.crews,
                            ports.rules,
                            ports.quotes,
                            settlement.operation.legs,
                            ports.kinds,
                            ports.contracts,
                            ports.permits),
                    new ReadCostsSection(ports.budgets, ports.splits),
                    new ReadSigningSection(ports.versions),
                    new ReadOperationSection(
                            settlement.operation.gates,
                            new ReadHeads(settlement.operation.counts, settlement.operation.restraints),
                            new ReadFilesSection(IncidentServices.reading(incidents, new InMemoryComplaints()))),
                    new ReadAccountsSection(
                            settlement.transfers,
                            new ReadClosingSection(
                                    new InMemoryMonitorReports(), new InMemoryLegalHolds(), new InMemoryErasures())),
                    notices),
            people);

    /** Who reads a flight. */
    public static FindReader readers(InMemoryPorts ports, SettlementServices settlement) {
        return new FindReader(new FlightServices(ports).access, ports.participations, settlement.read, ports.trail);
    }

    public void as(String... groups) {
        ports.user.is("somebody", groups);
    }

    /** A task for these groups, which nobody has taken on and which has to be done by no time. */
    static WaitingTask task(Instant since, String... groups) {
        return task(since, null, groups);
    }

    static WaitingTask task(Instant since, @Nullable Instant due, String... groups) {
        List<String> all = Arrays.asList(groups);
        return new WaitingTask("id-" + all, "userTask_x", new TreeSet<>(all), since, due, null, false);
    }
}
