package org.jointflights.process.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.flight.acts.WithdrawState;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleSteps.Claimed;
import org.jointflights.process.example.ExampleSteps.Line;
import org.jointflights.process.flight.FlightInstances;
import org.springframework.context.ApplicationContext;

/**
 * A flight from its proposal to its closed accounts, or to a point before, played by the example users through the services
 * that are given, so that whoever gives them can note what was done: France, or whoever organises it, with some other states
 * from Paris and Brussels to Pristina and Tirana, with a stop to board, a budget of two lines a state, Frontex's money,
 * claims and payments.
 */
public final class WholeFlight {

    private static final Party FX = Party.FRONTEX;

    /** In the order in which they are asked to take part. */
    private static final List<Party> STATES = List.of(
            new Party("FR"),
            new Party("BE"),
            new Party("DE"),
            new Party("ES"),
            new Party("IT"),
            new Party("AT"),
            new Party("SE"),
            new Party("GR"));

    /** So many can take part. */
    public static final int MOST_STATES = STATES.size();

    private static final ZonedDateTime DEPARTURE = ZonedDateTime.of(2027, 5, 20, 9, 30, 0, 0, ZoneId.of("Europe/Paris"));
    private static final List<Integer> GATE_DAYS = List.of(28, 21, 14, 10, 7, 5, 3, 2, 1);
    private static final Money CHARTER = Money.euro(24_000_000);

    /** How far a flight can come, and so many days before its departure it does; after it they are below zero. */
    public enum Point {
        PROPOSED(70),
        SOME_HAVE_ANSWERED(64),
        ANSWERED(64),
        CARRIER_CHOSEN(60),
        BUDGET_ENTERED(55),
        SOME_HAVE_ACCEPTED(50),
        ACCEPTED(50),
        CEILINGS_SET(42),
        SIGNED(38),
        CONTRACTED(35),
        FIRST_GATES_PASSED(14),
        GATES_PASSED(1),
        LANDED(0),
        CLAIMED(-40),
        CLOSED(-75);

        private final int days;

        Point(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }

    private final ExampleUsers users;
    private final ExampleSteps steps;
    private final FormService forms;
    private final RepositoryService models;
    private final Transfers transfers;
    private final Consumer<Instant> clock;
    private final List<Party> states;
    private final ZonedDateTime departure;

    /** What it does goes through these three services; the rest it takes from the application. */
    public WholeFlight(
            ApplicationContext application,
            TaskService tasks,
            FormService forms,
            ManagementService management,
            Consumer<Instant> clock,
            int states) {
        this(application, tasks, forms, management, clock, STATES.subList(0, states), DEPARTURE);
    }

    /** Likewise organised by that one of the states that can take part, at another time. */
    public static WholeFlight organisedBy(
            int organiser, int states, ZonedDateTime departure, ApplicationContext application, Consumer<Instant> clock) {
        List<Party> turned = new ArrayList<>(STATES);
        Collections.rotate(turned, -organiser);
        return new WholeFlight(
                application,
                application.getBean(TaskService.class),
                application.getBean(FormService.class),
                application.getBean(ManagementService.class),
                clock,
                turned.subList(0, states),
                departure);
    }

    private WholeFlight(
            ApplicationContext application,
            TaskService tasks,
            FormService forms,
            ManagementService management,
            Consumer<Instant> clock,
            List<Party> states,
            ZonedDateTime departure) {
        this.users = new ExampleUsers(
                tasks,
                forms,
                application.getBean(IdentityService.class),
                management,
                application.getBean(FlightInstances.class),
                application.getBean(ExampleAnswers.class));
        this.steps = new ExampleSteps(
                users,
                application.getBean(Flights.class),
                application.getBean(WithdrawState.class),
                application.getBean(ExampleGates.class),
                application.getBean(SubmitFlightAct.class));
        this.forms = forms;
        this.models = application.getBean(RepositoryService.class);
        this.transfers = application.getBean(Transfers.class);
        this.clock = clock;
        this.states = states;
        this.departure = departure;
    }

    /** Plays it once. */
    public OperationReference play() {
        return playUntil(Point.CLOSED);
    }

    /** Plays it until it has come so far. */
    public OperationReference playUntil(Point end) {
        on(Point.PROPOSED.days);
        OperationReference flight = proposed();
        for (Point point : Point.values()) {
            if (point.compareTo(end) <= 0) {
                reach(point, flight);
            }
        }
        return flight;
    }

    private void reach(Point point, OperationReference flight) {
        switch (point) {
            case PROPOSED -> {}
            case SOME_HAVE_ANSWERED -> {
                on(point.days);
                answer(flight, states.subList(0, states.size() / 2));
            }
            case ANSWERED -> answer(flight, states.subList(states.size() / 2, states.size()));
            case CARRIER_CHOSEN -> {
                on(point.days);
                steps.plan(flight, "Carrier", CHARTER, 300, "French monitoring body");
            }
            case BUDGET_ENTERED -> {
                on(point.days);
                steps.budget(flight, budget());
            }
            case SOME_HAVE_ACCEPTED -> {
                on(point.days);
                steps.acceptShares(flight, Set.copyOf(states.subList(states.size() / 2, states.size())));
            }
            case ACCEPTED -> steps.acceptShares(flight, Set.of());
            case CEILINGS_SET -> {
                on(point.days);
                steps.ceilings(flight, ceilings(), party -> "FRONTEX");
            }
            case SIGNED -> {
                on(point.days);
                steps.signatures(flight);
            }
            case CONTRACTED -> {
                on(point.days);
                steps.goAndContract(flight, CHARTER);
            }
            case FIRST_GATES_PASSED ->
                pass(flight, GATE_DAYS.stream().filter(day -> day >= point.days).toList());
            case GATES_PASSED ->
                pass(
                        flight,
                        GATE_DAYS.stream()
                                .filter(day -> day < Point.FIRST_GATES_PASSED.days)
                                .toList());
            case LANDED -> fly(flight);
            case CLAIMED -> {
                clock.accept(Deadlines.daysAfter(departure, -point.days).toInstant());
                claims(flight, budget()).forEach((party, claimed) -> steps.claim(flight, party, claimed));
            }
            case CLOSED -> {
                clock.accept(Deadlines.daysAfter(departure, -point.days).toInstant());
                steps.reports(flight);
                steps.settle(
                        flight,
                        departure.toLocalDate().plusDays(-point.days),
                        form -> transfers.get(form.number("transfer")).amount());
                users.runJobs(flight);
                users.fireTimersUntil(
                        Deadlines.daysAfter(departure, -point.days).toInstant(), flight);
            }
        }
    }

    private void answer(OperationReference flight, List<Party> some) {
        some.forEach(state -> steps.takesPart(
                flight, state, seats(state), boards(state), states.indexOf(state) % 2 == 0 ? "ULN" : "UBN"));
    }

    private void pass(OperationReference flight, List<Integer> days) {
        for (int day : days) {
            clock.accept(daysBefore(day).plusSeconds(3600));
            users.fireTimersUntil(daysBefore(day).plusSeconds(3600), flight);
            steps.confirmOpenGates(flight);
        }
    }

    private void fly(OperationReference flight) {
        Instant boarding = departure.minusHours(3).toInstant();
        clock.accept(boarding);
        users.fireTimersUntil(boarding, flight);
        Map<Party, Seats> aboard = new TreeMap<>();
        states.forEach(state -> aboard.put(state, seats(state)));
        steps.fly(flight, aboard);
    }

    private OperationReference proposed() {
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey("jointFlight")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> fields = new LinkedHashMap<>();
        Party organiser = states.get(0);
        fields.put("organiser", organiser.code());
        fields.put("type", "JRO");
        fields.put("legalBasis", "Invented");
        fields.put("destination", "Mongolia");
        fields.put("embarkations", "CDG, BRU");
        fields.put("destinations", "ULN, UBN");
        fields.put("departure", departure.toLocalDate() + " " + departure.toLocalTime());
        fields.put("capacity", 300L);
        fields.put("invited", String.join(", ", states.stream().map(Party::code).toList()));
        List<String> key = new ArrayList<>();
        users.as(
                ExampleSteps.user(organiser, "coordinator"),
                () -> key.add(forms.submitStartForm(model, fields).getBusinessKey()));
        OperationReference flight = new OperationReference(key.get(0));
        users.runJobs(flight);
        return flight;
    }

    private String boards(Party state) {
        return state.equals(states.get(1)) ? "BRU" : "CDG";
    }

    private static Seats seats(Party state) {
        int number = STATES.indexOf(state);
        return new Seats(8 + number, 12 + number, 1, 1, 1, 0);
    }

    private List<Line> budget() {
        Party organiser = states.get(0);
        List<Line> lines = new ArrayList<>();
        lines.add(Line.common("CHARTER", "Aircraft there and back", CHARTER, organiser, "LEG_SHARE_BY_SEATS"));
        lines.add(Line.common("HANDLING", "Handling at all stops", Money.euro(1_850_000), organiser, "PER_SEAT"));
        lines.add(Line.common("CATERING", "Meals", Money.euro(612_000), organiser, "PER_SEAT"));
        states.forEach(state -> lines.add(Line.direct(
                "ESCORTS", "Own escorts", Money.euro(900_000 + 1_000L * STATES.indexOf(state)), state)));
        lines.add(Line.direct("CONNECTING_FLIGHT", "To the first stop", Money.euro(432_100), states.get(1)));
        lines.add(Line.direct("FRONTEX_MISSION", "Frontex staff aboard", Money.euro(512_300), FX));
        return lines;
    }

    private Map<Party, Money> ceilings() {
        Map<Party, Money> ceilings = new TreeMap<>();
        states.forEach(state -> ceilings.put(state, Money.euro(4_000_000)));
        return ceilings;
    }

    private Map<Party, List<Claimed>> claims(OperationReference flight, List<Line> budget) {
        Map<Party, List<Claimed>> claims = new TreeMap<>();
        for (int i = 0; i < budget.size(); i++) {
            Line line = budget.get(i);
            LocalDate day = departure.toLocalDate().plusDays(20);
            claims.computeIfAbsent(line.payer(), party -> new ArrayList<>())
                    .add(new Claimed(i + 1, line.amount(), "INV-" + (i + 1) + " " + flight, day));
        }
        return claims;
    }

    private void on(int daysBefore) {
        clock.accept(daysBefore(daysBefore));
    }

    private Instant daysBefore(int days) {
        return Deadlines.daysBefore(departure, days).toInstant();
    }
}
