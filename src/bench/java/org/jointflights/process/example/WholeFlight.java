package org.jointflights.process.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
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
 * A flight from its proposal to its closed accounts, played by the example users through the services that are given, so that
 * whoever gives them can note what was done: France with some other states from Paris and Brussels to Pristina and Tirana,
 * with a stop to board, a budget of two lines a state, Frontex's money, claims and payments.
 */
public final class WholeFlight {

    private static final Party FR = new Party("FR");
    private static final Party BE = new Party("BE");
    private static final Party FX = Party.FRONTEX;

    /** In the order in which they are asked to take part. */
    private static final List<Party> STATES = List.of(
            FR, BE, new Party("DE"), new Party("ES"), new Party("IT"), new Party("AT"), new Party("SE"), new Party("GR"));

    /** So many can take part. */
    public static final int MOST_STATES = STATES.size();

    private static final ZonedDateTime DEPARTURE = ZonedDateTime.of(2027, 5, 20, 9, 30, 0, 0, ZoneId.of("Europe/Paris"));
    private static final int[] GATE_DAYS = {28, 21, 14, 10, 7, 5, 3, 2, 1};
    private static final Money CHARTER = Money.euro(24_000_000);

    private final ExampleUsers users;
    private final ExampleSteps steps;
    private final FormService forms;
    private final RepositoryService models;
    private final Transfers transfers;
    private final Consumer<Instant> clock;
    private final List<Party> states;

    /** What it does goes through these three services; the rest it takes from the application. */
    public WholeFlight(
            ApplicationContext application,
            TaskService tasks,
            FormService forms,
            ManagementService management,
            Consumer<Instant> clock,
            int states) {
        this.users = new ExampleUsers(
                tasks,
                forms,
                application.getBean(IdentityService.class),
                management,
                application.getBean(FlightInstances.class),
                application.getBean(ExampleAnswers.class));
        this.steps = new ExampleSteps(
                users, application.getBean(Flights.class), application.getBean(WithdrawState.class));
        this.forms = forms;
        this.models = application.getBean(RepositoryService.class);
        this.transfers = application.getBean(Transfers.class);
        this.clock = clock;
        this.states = STATES.subList(0, states);
    }

    /** Plays it once. */
    public OperationReference play() {
        on(70);
        OperationReference flight = proposed();
        on(64);
        states.forEach(state ->
                steps.takesPart(flight, state, seats(state), boards(state), states.indexOf(state) % 2 == 0 ? "PRN" : "TIA"));
        on(60);
        steps.plan(flight, "Carrier", CHARTER, 300, "French monitoring body");
        on(55);
        List<Line> budget = budget();
        steps.budget(flight, budget);
        on(50);
        steps.acceptShares(flight, Set.of());
        on(42);
        steps.ceilings(flight, ceilings(), party -> "FRONTEX");
        on(38);
        steps.signatures(flight);
        on(35);
        steps.goAndContract(flight, CHARTER);
        for (int day : GATE_DAYS) {
            clock.accept(daysBefore(day).plusSeconds(3600));
            users.fireTimersUntil(daysBefore(day).plusSeconds(3600), flight);
            steps.confirmOpenGates(flight);
        }
        Instant boarding = DEPARTURE.minusHours(3).toInstant();
        clock.accept(boarding);
        users.fireTimersUntil(boarding, flight);
        Map<Party, Seats> aboard = new TreeMap<>();
        states.forEach(state -> aboard.put(state, seats(state)));
        steps.fly(flight, aboard);
        clock.accept(Deadlines.daysAfter(DEPARTURE, 40).toInstant());
        claims(budget).forEach((party, claimed) -> steps.claim(flight, party, claimed));
        clock.accept(Deadlines.daysAfter(DEPARTURE, 75).toInstant());
        steps.settle(
                flight,
                DEPARTURE.toLocalDate().plusDays(75),
                form -> transfers.get(form.number("transfer")).amount());
        users.runJobs(flight);
        return flight;
    }

    private OperationReference proposed() {
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey("jointFlight")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("organiser", "FR");
        fields.put("type", "JRO");
        fields.put("destination", "Kosovo and Albania");
        fields.put("embarkations", "CDG, BRU");
        fields.put("destinations", "PRN, TIA");
        fields.put("departure", "2027-05-20 09:30");
        fields.put("capacity", 300L);
        fields.put("invited", String.join(", ", states.stream().map(Party::code).toList()));
        List<String> key = new ArrayList<>();
        users.as("frcoordinator", () -> key.add(forms.submitStartForm(model, fields).getBusinessKey()));
        OperationReference flight = new OperationReference(key.get(0));
        users.runJobs(flight);
        return flight;
    }

    private static String boards(Party state) {
        return state.equals(BE) ? "BRU" : "CDG";
    }

    private static Seats seats(Party state) {
        int number = STATES.indexOf(state);
        return new Seats(8 + number, 12 + number, 0, number % 2, 0, 0);
    }

    private List<Line> budget() {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.common("CHARTER", "Aircraft there and back", CHARTER, FR, "LEG_SHARE_BY_SEATS"));
        lines.add(Line.common("HANDLING", "Handling at all stops", Money.euro(1_850_000), FR, "PER_SEAT"));
        lines.add(Line.common("CATERING", "Meals", Money.euro(612_000), FR, "PER_SEAT"));
        states.forEach(state -> lines.add(Line.direct(
                "ESCORTS", "Own escorts", Money.euro(900_000 + 1_000L * STATES.indexOf(state)), state)));
        lines.add(Line.direct("CONNECTING_FLIGHT", "To the first stop", Money.euro(432_100), BE));
        lines.add(Line.direct("FRONTEX_MISSION", "Frontex staff aboard", Money.euro(512_300), FX));
        return lines;
    }

    private Map<Party, Money> ceilings() {
        Map<Party, Money> ceilings = new TreeMap<>();
        states.forEach(state -> ceilings.put(state, Money.euro(4_000_000)));
        return ceilings;
    }

    private static Map<Party, List<Claimed>> claims(List<Line> budget) {
        Map<Party, List<Claimed>> claims = new TreeMap<>();
        for (int i = 0; i < budget.size(); i++) {
            Line line = budget.get(i);
            LocalDate day = DEPARTURE.toLocalDate().plusDays(20);
            claims.computeIfAbsent(line.payer(), party -> new ArrayList<>())
                    .add(new Claimed(i + 1, line.amount(), "INV-" + (i + 1), day));
        }
        return claims;
    }

    private void on(int daysBefore) {
        clock.accept(daysBefore(daysBefore));
    }

    private static Instant daysBefore(int days) {
        return Deadlines.daysBefore(DEPARTURE, days).toInstant();
    }
}
