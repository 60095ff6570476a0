package org.jointflights.application;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.StandingClock;
import org.jointflights.application.approval.InMemorySignedVersions;
import org.jointflights.application.costs.InMemoryBudgets;
import org.jointflights.application.costs.InMemoryRates;
import org.jointflights.application.costs.InMemorySplits;
import org.jointflights.application.flight.InMemoryCancellations;
import org.jointflights.application.flight.InMemoryContracts;
import org.jointflights.application.flight.InMemoryFlightKinds;
import org.jointflights.application.flight.InMemoryFlights;
import org.jointflights.application.flight.InMemoryParticipations;
import org.jointflights.application.flight.InMemoryPermits;
import org.jointflights.application.flight.InMemorySuspensions;
import org.jointflights.application.flight.InMemoryWithdrawalRules;
import org.jointflights.application.flight.acts.RecordedFlightWorkflow;
import org.jointflights.application.funding.InMemoryFinancialDecisions;
import org.jointflights.application.notice.InMemoryOutbox;
import org.jointflights.application.notice.NoticeServices;
import org.jointflights.application.notice.SendReminders;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.operation.InMemoryStopOrders;
import org.jointflights.application.operation.RecordedOperationWorkflow;
import org.jointflights.application.people.SomebodySignedIn;
import org.jointflights.application.planning.InMemoryCrews;
import org.jointflights.application.planning.InMemoryQuotes;
import org.jointflights.application.trail.InMemoryTrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.TrailServices;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.application.work.InMemoryWorkLog;

/** What the services of a flight need, without database and engine: one per test, shared by all its services. */
public final class InMemoryPorts {

    public final StandingClock clock = new StandingClock();
    public final SomebodySignedIn user = new SomebodySignedIn();

    public final InMemoryFlights flights = new InMemoryFlights();
    public final InMemoryFlightKinds kinds = new InMemoryFlightKinds();
    public final InMemoryParticipations participations = new InMemoryParticipations();
    public final InMemoryWithdrawalRules rules = new InMemoryWithdrawalRules();
    public final InMemoryQuotes quotes = new InMemoryQuotes();
    public final InMemoryCrews crews = new InMemoryCrews();
    public final InMemoryContracts contracts = new InMemoryContracts();
    public final InMemoryPermits permits = new InMemoryPermits();
    public final InMemoryCancellations cancellations = new InMemoryCancellations();
    public final InMemorySuspensions suspensions = new InMemorySuspensions();
    public final InMemoryStopOrders stopOrders = new InMemoryStopOrders();
    public final InMemoryBudgets budgets = new InMemoryBudgets();
    public final InMemoryRates rates = new InMemoryRates();
    public final InMemorySplits splits = new InMemorySplits();
    public final InMemorySignedVersions versions = new InMemorySignedVersions();
    public final InMemoryFinancialDecisions decisions = new InMemoryFinancialDecisions(versions);
    public final InMemoryWorkLog work = new InMemoryWorkLog();

    public final RecordedFlightWorkflow flightWorkflow = new RecordedFlightWorkflow();
    public final RecordedOperationWorkflow operation = new RecordedOperationWorkflow();

    public final InMemoryTrailEntries trail = new InMemoryTrailEntries();
    public final InMemoryOutbox outbox = new InMemoryOutbox();
    public final WriteTrail writeTrail = TrailServices.writing(trail, user, clock);
    public final WriteNotices notices = NoticeServices.writing(outbox, clock);
    public final SendReminders reminders = NoticeServices.reminding(notices);

    /** What the trail tells of, in the order in which it happened. */
    public List<TrailEvent> happened() {
        return trail.entries().stream().map(TrailEntry::event).toList();
    }

    /** To whom which sentence was sent, the oldest first: {@code GBcoordinator notice.offer}. */
    public List<String> told() {
        return outbox.all().stream()
                .map(notice -> notice.recipient() + " " + notice.text().code())
                .toList();
    }

    /** All that a use case leaves behind for others to see: what a refused one must not. */
    public List<Object> traces() {
        List<Object> traces = new ArrayList<>(trail.entries());
        traces.addAll(outbox.all());
        traces.addAll(flightWorkflow.told);
        traces.addAll(operation.told);
        return traces;
    }
}
