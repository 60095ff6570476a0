package org.jointflights.application.logbook;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.file.SomeFileChecks;
import org.jointflights.application.flight.FlightServices;
import org.jointflights.application.overview.InMemoryOpenTasks;
import org.jointflights.application.overview.OverviewServices;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.settlement.SettlementServices;
import org.jointflights.domain.Party;
import org.jointflights.domain.file.FileScan;

/** The services of a flight's log over what is kept in memory. */
final class LogbookServices {

    final InMemoryPorts ports;
    final InMemoryLogEntries entries = new InMemoryLogEntries();
    final InMemoryOpenTasks tasks = new InMemoryOpenTasks();
    final List<OpenComments.Said> said = new ArrayList<>();
    FileScan scan = FileScan.NOT_SCANNED;

    final WriteLog write;
    final AddLogFile files;
    final ReadLog read;

    LogbookServices(InMemoryPorts ports) {
        this.ports = ports;
        People people = people();
        CheckLogAccess access = new CheckLogAccess(
                new FlightServices(ports).access,
                OverviewServices.readers(ports, new SettlementServices(ports)),
                ports.participations,
                entries,
                ports.user);
        TellOfLog tell = new TellOfLog(access, entries, ports.notices, people, ports.user);
        write = new WriteLog(access, entries, tell, ports.user, ports.writeTrail, ports.clock);
        files = new AddLogFile(
                access, entries, SomeFileChecks.by(content -> scan), tell, ports.user, ports.writeTrail, ports.clock);
        read = new ReadLog(
                access,
                entries,
                ports.trail,
                tasks,
                open -> said.stream().filter(one -> open.contains(one.task())).toList(),
                people,
                ports.user,
                ports.clock);
    }

    /** Two of each group of these parties. */
    private static People people() {
        InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));
        for (String party : List.of("FR", "GB", "ES", "FX")) {
            for (Role role : Role.ofParties()) {
                String group = role.groupOf(new Party(party));
                people.addGroups(role, group, language -> group);
                for (int number = 1; number <= 2; number++) {
                    people.add(
                            new Person(group.toLowerCase(java.util.Locale.ROOT) + number, "Some", group),
                            "Quite-hard-12",
                            java.util.Set.of(group));
                }
            }
        }
        people.addGroups(Role.MANAGER, "manager", language -> "manager");
        return people;
    }
}
