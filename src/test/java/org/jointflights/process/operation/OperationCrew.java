package org.jointflights.process.operation;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.operation.GateAnswers;
import org.jointflights.application.operation.KeptGateRules;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.operation.Circumstances;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Safeguards;
import org.jointflights.domain.operation.TestEvidence;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;

/** The people of an operation in tests: they do by their tasks what a real operation needs, one step at a time. */
class OperationCrew {

    static final Party FR = new Party("FR");
    static final Party GB = new Party("GB");
    static final Party BE = new Party("BE");
    static final Party SE = new Party("SE");

    static final ZonedDateTime DEPARTURE = ZonedDateTime.parse("2027-04-20T10:00:00+02:00[Europe/Paris]");

    private static final Set<Gate> OF_PROTECTION = EnumSet.of(Gate.NON_REFOULEMENT, Gate.VULNERABLE_PEOPLE);

    private static final Set<Gate> OF_DECISIONS =
            EnumSet.of(Gate.INDIVIDUAL_ASSESSMENT, Gate.RETURN_DECISION, Gate.NOTICE_AND_LAWYER);

    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, DEPARTURE.getZone());

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TasklistUsers users;
    private final Flights flights;
    private final Permits permits;
    private final Participations participations;
    private final KeptGateRules rules;
    private final GateAnswers answers;
    private final RuntimeService runtime;
    private final TaskService tasks;

    OperationCrew(
            TasklistUsers users,
            Flights flights,
            Permits permits,
            Participations participations,
            KeptGateRules rules,
            GateAnswers answers,
            RuntimeService runtime,
            TaskService tasks) {
        this.users = users;
        this.flights = flights;
        this.permits = permits;
        this.participations = participations;
        this.rules = rules;
        this.answers = answers;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** France with ten people and Sweden with five, from Paris to Lagos. */
    OperationReference frenchFlight() {
        OperationReference reference = flight(
                FR,
                new Stop("CDG", Purpose.START, 0),
                new Stop("LOS", Purpose.DESTINATION, 4700),
                new Stop("CDG", Purpose.RETURN, 4700));
        takesPart(reference, FR, new Seats(10, 12, 1, 1, 1, 0), "CDG", null);
        takesPart(reference, SE, new Seats(5, 8, 0, 0, 0, 0), "CDG", null);
        return reference;
    }

    OperationReference flight(Party organiser, Stop... stops) {
        return flight(FlightType.JRO, organiser, stops);
    }

    OperationReference flight(FlightType kind, Party organiser, Stop... stops) {
        OperationReference reference = new OperationReference("OP-2027-%03d".formatted(NUMBER.incrementAndGet()));
        flights.add(new Flight(
                reference,
                kind,
                organiser,
                "the destination",
                new Route(List.of(stops)),
                DEPARTURE,
                LocalDate.of(2027, 4, 20),
                250,
                Stage.OPERATION,
                TestClock.START,
                null,
                0,
                null,
                0));
        Stream.of(stops)
                .filter(stop -> stop.purpose() == Stop.Purpose.DESTINATION)
                .map(stop -> new FindAirports().get("airport", stop.airport()).country())
                .distinct()
                .map(country -> new Permit(
                        reference,
                        Permit.Kind.LANDING,
                        new Party(country),
                        "L-1",
                        null,
                        Permit.Answer.GRANTED,
                        false,
                        null,
                        LocalDate.of(2027, 4, 22)))
                .forEach(permits::put);
        return reference;
    }

    void takesPart(OperationReference reference, Party party, Seats seats, String embarkation, String handOver) {
        participations.put(new Participation(
                reference,
                party,
                Participation.Status.COMMITTED,
                seats,
                embarkation,
                handOver,
                null,
                TestClock.START,
                null));
    }

    ProcessInstance start(OperationReference reference) {
        ProcessInstance operation = runtime.startProcessInstanceByKey(
                OperationProcess.KEY,
                reference.value(),
                Map.of(
                        "reference",
                        reference.value(),
                        "organiser",
                        flights.get(reference).organiser().code()));
        users.runJobs(reference);
        return operation;
    }

    /** The clock reaches the next point of the count-down. */
    void nextPoint(OperationReference reference) {
        users.fireTimer("event_gatesOpen", reference);
    }

    /** The clock reaches that point; everything asked before it is put on record as confirmed. */
    void nextPoint(OperationReference reference, String point) {
        confirmedUntil(reference, GatePoint.valueOf(point));
        nextPoint(reference);
        while (users.open("userTask_confirmGates", reference).isEmpty()) {
            users.runJobs(reference);
            nextPoint(reference);
        }
    }

    private void confirmedUntil(OperationReference reference, GatePoint end) {
        Safeguards safeguards = new Safeguards(
                Journey.of(flights.get(reference), participations.of(reference)),
                rules.of(reference).orElseThrow(),
                answers.of(reference),
                List.of(),
                Set.of(),
                Map.of(),
                Circumstances.NONE,
                TestClock.START);
        GatePoint.countDown().stream()
                .filter(point -> point.compareTo(end) < 0)
                .flatMap(point -> safeguards.askedAt(point).stream())
                .filter(question -> !safeguards.isConfirmed(question))
                .forEach(question -> answers.add(new GateAnswer(
                        reference,
                        question,
                        GateAnswer.Verdict.CONFIRMED,
                        null,
                        TestEvidence.of(question, returnees(reference, question.party()), everybody(reference), TODAY),
                        "test",
                        TestClock.START)));
    }

    /** The same, from a point whose tasks are open. */
    void nextPointAfterAll(OperationReference reference, String point) {
        confirmAll("userTask_confirmGates", reference);
        nextPoint(reference, point);
    }

    /** Somebody stops a gate where no task asks them: the fundamental-rights officer's right at any time. */
    void stopBehindTheTasks(OperationReference reference, Party party) {
        answers.add(new GateAnswer(
                reference,
                new Question(party, Gate.NON_REFOULEMENT, GatePoint.BOARDING, 0),
                GateAnswer.Verdict.STOP,
                "court",
                "test",
                TestClock.START));
    }

    String point(OperationReference reference) {
        Task any = users.open("userTask_confirmGates", reference).get(0);
        return (String) tasks.getVariable(any.getId(), "point");
    }

    /** The flight is postponed, or its plan has changed. */
    void recalls(OperationReference reference) {
        runtime.createMessageCorrelation(OperationProcess.RECALLED_MESSAGE)
                .processInstanceBusinessKey(reference.value())
                .correlateAll();
    }

    /** All points from D-28 to D-1, everybody confirming by their tasks. */
    void countDown(OperationReference reference) {
        while (!users.timers("event_gatesOpen", reference).isEmpty()) {
            nextPoint(reference);
            confirmAll("userTask_confirmGates", reference);
        }
    }

    /** Boarding opens; the count-down is put on record as confirmed. */
    void openBoarding(OperationReference reference) {
        confirmedUntil(reference, GatePoint.BOARDING);
        while (!users.timers("event_gatesOpen", reference).isEmpty()) {
            nextPoint(reference);
            users.runJobs(reference);
        }
        users.fireTimer("event_boardingOpen", reference);
    }

    /** Everybody who is asked confirms everything, and the answers are weighed. */
    void confirmAll(String taskId, OperationReference reference) {
        List<Sheet> open = users.open(taskId, reference).stream()
                .map(this::sheet)
                .sorted(Comparator.comparing(sheet -> sheet.group().startsWith("FX") ? 2 : sheet.isLegal() ? 0 : 1))
                .toList();
        open.forEach(sheet -> answer(users.as(sheet.user()), sheet, "CONFIRMED", null, Map.of()));
        users.runJobs(reference);
        if (open.stream().anyMatch(sheet -> !sheet.left().isEmpty())) {
            confirmAll(taskId, reference);
        }
    }

    void confirm(String group, String taskId, OperationReference reference) {
        answer(open(group, taskId, reference), "CONFIRMED", null, Map.of());
    }

    /** The group takes people off the list and confirms for the others. */
    void takesOff(String group, String taskId, OperationReference reference, int persons, String cause) {
        answer(
                open(group, taskId, reference),
                "CONFIRMED",
                null,
                Map.of("takenOff", persons, "cause", cause, "why", "authority and reference"));
    }

    /** By the colleague of whoever confirms it: nobody lifts what they stopped. */
    void stop(String group, String taskId, OperationReference reference) {
        stop(group, taskId, reference, "something stands against it");
    }

    void stop(String group, String taskId, OperationReference reference, String reason) {
        Sheet sheet = sheet(open(group, taskId, reference));
        answer(users.as(colleague(sheet.user())), sheet, "STOP", reason, Map.of());
    }

    void releases(String user, Task task) {
        users.as(user).does(() -> tasks.claim(task.getId(), null));
    }

    private static String colleague(String name) {
        return name.endsWith("legal1")
                ? name.replace("1", "2")
                : name.endsWith("legal2") ? name.replace("2", "1") : name;
    }

    Task open(String group, String taskId, OperationReference reference) {
        return users.open(taskId, reference).stream()
                .filter(task -> group(task).equals(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError(group + " has no " + taskId));
    }

    List<String> asked(String taskId, OperationReference reference) {
        return users.open(taskId, reference).stream().map(this::group).sorted().toList();
    }

    void answer(Task task, String verdict, String reason, Map<String, ?> more) {
        Sheet sheet = sheet(task);
        answer(users.as(sheet.user()), sheet, verdict, reason, more);
    }

    private void answer(TasklistUsers.Person who, Sheet sheet, String verdict, String reason, Map<String, ?> more) {
        Map<String, Object> fields = says(sheet, verdict);
        fields.putAll(more);
        if (reason != null) {
            IntStream.rangeClosed(1, sheet.gates().size()).forEach(place -> fields.put("reason" + place, reason));
        }
        who.completes(sheet.task(), fields);
    }

    /** A verdict on each gate of the form that is not left to a colleague, with the evidence that belongs to it. */
    Map<String, Object> says(Task task, String verdict) {
        return says(sheet(task), verdict);
    }

    private Map<String, Object> says(Sheet sheet, String verdict) {
        Map<String, Object> fields = evidence(sheet);
        List<Gate> asked = sheet.gates();
        List<Gate> left = sheet.left();
        for (int place = 1; place <= asked.size(); place++) {
            fields.put("answer" + place, left.contains(asked.get(place - 1)) ? "COLLEAGUE" : verdict);
        }
        return fields;
    }

    /** What the form asks for beside the answers, by field. */
    private Map<String, Object> evidence(Sheet sheet) {
        OperationReference reference =
                new OperationReference((String) tasks.getVariable(sheet.task().getId(), "reference"));
        Map<String, Object> fields = new HashMap<>();
        Party party = sheet.group().equals("rightsOfficer")
                ? FR
                : new Party(sheet.group().substring(0, 2));
        if (sheet.asks("asksDecisions")) {
            fields.put("decisions", party.isFrontex() ? everybody(reference) : returnees(reference, party));
        }
        if (sheet.asks("asksList")) {
            fields.put("listDay", TODAY.toString());
            fields.put("listVersion", 1);
            fields.put("issuingAuthority", TestEvidence.AUTHORITY);
        }
        if (sheet.asks("asksHash")) {
            fields.put("listHash", TestEvidence.fingerprint(party));
        }
        if (sheet.asks("asksService")) {
            fields.put("servedOn", TestEvidence.served(TODAY).toString());
            fields.put("complaintForms", returnees(reference, party));
        }
        if (sheet.asks("asksPlaces")) {
            fields.put("waitingPlaces", returnees(reference, party));
        }
        if (sheet.asks("asksNeeds")) {
            fields.put("needs", TestEvidence.NEEDS_OF_STATE);
        }
        if (sheet.asks("asksCrew")) {
            fields.put("languages", TestEvidence.LANGUAGES);
            fields.put("dutyHours", TestEvidence.DUTY_HOURS);
            fields.put("needsKnown", everybody(reference));
        }
        if (sheet.asks("asksBody")) {
            fields.put("monitoringBody", TestEvidence.BODY);
        }
        return fields;
    }

    private int returnees(OperationReference reference, Party party) {
        return participations.of(reference).stream()
                .filter(state -> state.takesPart() && state.party().equals(party))
                .mapToInt(state -> state.seats().returnees())
                .sum();
    }

    private int everybody(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::takesPart)
                .mapToInt(state -> state.seats().returnees())
                .sum();
    }

    List<Gate> asks(Task task) {
        return sheet(task).gates();
    }

    TasklistUsers.Person whoseTaskIs(Task task) {
        return users.as(sheet(task).user());
    }

    private Sheet sheet(Task task) {
        return new Sheet(task, group(task), users.values(task));
    }

    /** A task with what its form shows, read once: it has some thirty fields. */
    private record Sheet(Task task, String group, Map<String, Object> shown) {

        boolean asks(String what) {
            return "yes".equals(shown.get(what));
        }

        List<Gate> gates() {
            return IntStream.rangeClosed(1, GateFields.PLACES)
                    .mapToObj(place -> (String) shown.get("gate" + place))
                    .filter(gate -> !gate.isEmpty())
                    .map(Gate::numbered)
                    .toList();
        }

        boolean isLegal() {
            return group.endsWith("legal");
        }

        /** Of the gates on the form those that are the colleague's. */
        List<Gate> left() {
            List<Gate> asked = gates();
            boolean decisions = asked.stream().anyMatch(OF_DECISIONS::contains);
            return isLegal() && !group.startsWith("FX") && decisions
                    ? asked.stream().filter(OF_PROTECTION::contains).toList()
                    : List.of();
        }

        /** Of two legal verifiers one looks at decisions and notices, the other at remedies and vulnerable people. */
        String user() {
            boolean protection = gates().stream().anyMatch(OF_PROTECTION::contains) && left().isEmpty();
            return isLegal() && protection ? colleague(OperationCrew.user(group)) : OperationCrew.user(group);
        }
    }

    static String user(String group) {
        String name = group.toLowerCase(Locale.ROOT);
        return name.endsWith("legal") || name.equals("rightsofficer") ? name + "1" : name;
    }

    String group(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .findFirst()
                .orElseThrow()
                .getGroupId();
    }

    /** The state's escort leader counts that many returnees and all the staff that is committed. */
    void countsAboard(Party party, String taskId, OperationReference reference, int returnees) {
        Seats seats = participations.get(reference, party).seats();
        leader(party)
                .completes(
                        taskId,
                        reference,
                        Map.of(
                                "returnees", returnees,
                                "escorts", seats.escorts(),
                                "medical", seats.medical(),
                                "interpreters", seats.interpreters(),
                                "monitors", seats.monitors(),
                                "others", seats.others()));
    }

    void clears(Party organiser, String taskId, OperationReference reference) {
        leader(organiser).completes(taskId, reference, Map.of("decision", "CLEAR"));
        users.runJobs(reference);
    }

    void lands(Party organiser, OperationReference reference) {
        leader(organiser).completes("userTask_recordLanding", reference, Map.of("outcome", "LANDED"));
        users.runJobs(reference);
    }

    void handsOver(Party party, OperationReference reference, int persons) {
        leader(party)
                .completes(
                        "userTask_confirmHandOver", reference, Map.of("handedOver", persons, "withProperty", persons));
        users.runJobs(reference);
    }

    /** That many have come back with the aircraft, and nobody is missing. */
    void countsBack(Party party, OperationReference reference, int persons) {
        leader(party).completes("userTask_countReturned", reference, Map.of("landedBack", persons));
        users.runJobs(reference);
    }

    TasklistUsers.Person leader(Party party) {
        return users.as(party.code().toLowerCase(Locale.ROOT) + "escortleader");
    }

    /** The French flight has left with everybody on board. */
    OperationReference frenchFlightInTheAir() {
        OperationReference reference = frenchFlight();
        start(reference);
        openBoarding(reference);
        confirmAll("userTask_confirmBoarding", reference);
        countsAboard(FR, "userTask_countAboard", reference, 10);
        countsAboard(SE, "userTask_countAboard", reference, 5);
        clears(FR, "userTask_clearDeparture", reference);
        return reference;
    }

    void withdraws(OperationReference reference, Party party) {
        participations.put(participations
                .get(reference, party)
                .withdrawn(
                        WithdrawalCause.LEGAL,
                        "own decision",
                        TestClock.START,
                        flights.get(reference).departure()));
    }
}
