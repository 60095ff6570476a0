package org.jointflights.persistence;

import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.closing.InMemoryMonitorReports;
import org.jointflights.application.incidents.InMemoryComplaints;
import org.jointflights.application.incidents.InMemorySeriousIncidents;
import org.jointflights.application.logbook.InMemoryLogEntries;
import org.jointflights.application.notice.InMemoryMailChoices;
import org.jointflights.application.notice.InMemoryMails;
import org.jointflights.application.operation.InMemoryGateAnswers;
import org.jointflights.application.operation.InMemoryHeadCounts;
import org.jointflights.application.operation.InMemoryOperationRuns;
import org.jointflights.application.operation.InMemoryRestraints;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryParties;
import org.jointflights.application.people.absence.InMemorySubstitutions;
import org.jointflights.application.people.administration.InMemoryAdministrationEntries;
import org.jointflights.application.people.administration.InMemoryPeopleRequests;
import org.jointflights.application.people.administration.InMemoryProvidedAccounts;
import org.jointflights.application.people.token.InMemoryApiTokens;
import org.jointflights.application.planning.PlanningServices;
import org.jointflights.application.settlement.InMemoryCarryBook;
import org.jointflights.application.settlement.InMemoryClaims;
import org.jointflights.application.settlement.InMemoryPostings;
import org.jointflights.application.settlement.InMemoryStatements;
import org.jointflights.application.settlement.InMemoryTransfers;
import org.jointflights.application.settlement.InMemoryVoucherFiles;
import org.jointflights.application.settlement.InMemoryVoucherMarks;
import org.jointflights.application.system.InMemoryNodes;

/** The same of the doubles with which use cases are tested: what they promise there, they keep. */
class RoundTripsInMemoryTest extends RoundTrips {

    RoundTripsInMemoryTest() {
        InMemoryPorts ports = new InMemoryPorts();
        routes = new PlanningServices(ports).routes;
        flights = ports.flights;
        kinds = ports.kinds;
        restraints = new InMemoryRestraints();
        participations = ports.participations;
        rules = ports.rules;
        quotes = ports.quotes;
        crews = ports.crews;
        contracts = ports.contracts;
        permits = ports.permits;
        cancellations = ports.cancellations;
        suspensions = ports.suspensions;
        budgets = ports.budgets;
        splits = ports.splits;
        rates = ports.rates;
        versions = ports.versions;
        decisions = ports.decisions;
        trail = ports.trail;
        work = ports.work;
        outbox = ports.outbox;
        mails = new InMemoryMails(ports.outbox);
        choices = new InMemoryMailChoices();
        InMemoryOperationRuns opened = new InMemoryOperationRuns();
        runs = opened;
        answers = new InMemoryGateAnswers(opened);
        counts = new InMemoryHeadCounts(opened);
        reports = new InMemoryMonitorReports();
        incidents = new InMemorySeriousIncidents();
        complaints = new InMemoryComplaints();
        log = new InMemoryLogEntries();
        substitutions = new InMemorySubstitutions();
        claims = new InMemoryClaims();
        vouchers = new InMemoryVoucherFiles(claims);
        marks = new InMemoryVoucherMarks(claims);
        statements = new InMemoryStatements();
        transfers = new InMemoryTransfers();
        postings = new InMemoryPostings();
        book = new InMemoryCarryBook();
        parties = new InMemoryParties();
        requests = new InMemoryPeopleRequests();
        administration = new InMemoryAdministrationEntries();
        tokens = new InMemoryApiTokens();
        provided = new InMemoryProvidedAccounts();
        nodes = new InMemoryNodes();
        accounts = new InMemoryAccounts(id -> ports.work.hasActor(id)
                || ports.trail.entries().stream()
                        .anyMatch(entry -> entry.actor().equals(id)));
    }
}
