package org.jointflights.process.costs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;

/** Planned flights whose cost is being shared, and the people at their tasks. */
class CostSharingRun {

    /** Rome to Lagos on 19 March 2014: ten states, 50 returnees, 152 staff (Frontex's ledger, RO-2014-012). */
    static final Object[] NIGERIA = {
        "BG", 1, 3, "DK", 1, 3, "ES", 2, 10, "FI", 3, 10, "FR", 3, 7, "GR", 2, 5, "IT", 29, 90, "LT", 1, 3, "NO", 6, 15,
        "SE", 2, 6
    };

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private final Flights flights;
    private final Participations participations;
    private final RuntimeService runtime;
    private final TasklistUsers users;

    CostSharingRun(Flights flights, Participations participations, RuntimeService runtime, TasklistUsers users) {
        this.flights = flights;
        this.participations = participations;
        this.runtime = runtime;
        this.users = users;
    }

    /** A flight Rome – Lagos – Rome; the organiser, then code, returnees and escorts in turn. */
    OperationReference planned(String organiser, Object... codesAndHeads) {
        OperationReference reference = new OperationReference("CS-2014-" + NUMBER.incrementAndGet());
        flights.add(new Flight(
                reference,
                FlightType.JRO,
                new Party(organiser),
                "Nigeria",
                new Route(List.of(
                        new Stop("FCO", Purpose.START, 0),
                        new Stop("LOS", Purpose.DESTINATION, 4012),
                        new Stop("FCO", Purpose.RETURN, 4012))),
                Instant.parse("2014-03-19T08:00:00Z").atZone(ZoneId.of("Europe/Rome")),
                LocalDate.of(2014, 3, 19),
                250,
                Stage.COST_SHARING,
                TestClock.START,
                null,
                0,
                null,
                0));
        for (int i = 0; i < codesAndHeads.length; i += 3) {
            declare(reference, codesAndHeads[i].toString(), (Integer) codesAndHeads[i + 1], (Integer)
                    codesAndHeads[i + 2]);
        }
        return reference;
    }

    void declare(OperationReference reference, String party, int returnees, int escorts) {
        participations.put(Participation.invited(reference, new Party(party), TestClock.START)
                .declared(new Seats(returnees, escorts, 0, 0, 0, 0), "FCO", null, TestClock.START));
    }

    void withdraw(OperationReference reference, String party) {
        participations.put(participations
                .get(reference, new Party(party))
                .withdrawn(
                        WithdrawalCause.LEGAL,
                        "released by a court",
                        TestClock.START,
                        flights.get(reference).departure()));
    }

    ProcessInstance started(OperationReference reference) {
        String organiser = flights.get(reference).organiser().code();
        return runtime.startProcessInstanceByKey(
                "costSharing", reference.value(), Map.of("reference", reference.value(), "organiser", organiser));
    }

    /** A common item of all, paid by the organiser, in euro, with changes. */
    static Map<String, Object> item(Object... changes) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("action", "ADD");
        fields.put("category", "CHARTER");
        fields.put("description", "Charter Rome–Lagos–Rome");
        fields.put("amount", "193,800.00");
        fields.put("payer", "IT");
        fields.put("sharing", "ALL");
        fields.put("key", "PER_RETURNEE");
        fields.put("another", "NO");
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i].toString(), changes[i + 1]);
        }
        return fields;
    }

    TasklistUsers.Person coordinator(String party) {
        return users.as(party.toLowerCase(Locale.ROOT) + "coordinator", party + "coordinator");
    }

    TasklistUsers.Person finance(String party) {
        return users.as(party.toLowerCase(Locale.ROOT) + "finance1", party + "finance");
    }

    TasklistUsers.Person manager() {
        return users.as("manager1", "manager");
    }

    /** The organiser's coordinator completes the task, and the steps that follow are taken. */
    void budget(OperationReference reference, Map<String, ?> fields) {
        String organiser = flights.get(reference).organiser().code();
        coordinator(organiser).completes("userTask_addCostItem", reference, fields);
        users.runJobs(reference);
    }

    void decides(OperationReference reference, String decision) {
        String organiser = flights.get(reference).organiser().code();
        coordinator(organiser)
                .completes(
                        "userTask_decideObjection",
                        reference,
                        Map.of("decision", decision, "reason", "the parties agreed so in the planning meeting"));
        users.runJobs(reference);
    }

    void accept(OperationReference reference, String... parties) {
        for (String party : parties) {
            finance(party).completes("userTask_acceptShare", reference, Map.of("answer", "ACCEPT"));
        }
        users.runJobs(reference);
    }

    void object(OperationReference reference, String party, String reason) {
        finance(party).completes("userTask_acceptShare", reference, Map.of("answer", "OBJECT", "reason", reason));
        users.runJobs(reference);
    }

    Task shareOf(OperationReference reference, String party) {
        return finance(party).open("userTask_acceptShare", reference);
    }
}
