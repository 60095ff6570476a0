package org.jointflights.process.example;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.flight.acts.WithdrawState;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleUsers.OpenForm;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The acts of a flight's life in the words of those who do them, each through the task and form that people use. */
@Component
@Profile("example")
public class ExampleSteps {

    private static final Set<String> GATE_TASKS = Set.of(
            "userTask_confirmGates", "userTask_confirmBoarding", "userTask_confirmStopover", "userTask_answerLastCall");

    private static final Set<String> ON_THE_WAY = Set.of(
            "userTask_confirmStopover",
            "userTask_countAboardAtStop",
            "userTask_clearOnward",
            "userTask_recordLanding",
            "userTask_answerLastCall",
            "userTask_confirmHandOver");

    private final ExampleUsers users;
    private final Flights flights;
    private final WithdrawState states;
    private final ExampleGates gates;
    private final SubmitFlightAct acts;

    ExampleSteps(ExampleUsers users, Flights flights, WithdrawState states, ExampleGates gates, SubmitFlightAct acts) {
        this.users = users;
        this.flights = flights;
        this.states = states;
        this.gates = gates;
        this.acts = acts;
    }

    /** The sign-in name of an example user. */
    public static String user(Party party, String role) {
        return party.code().toLowerCase(Locale.ROOT) + role;
    }

    /** A state takes part, and this is its final answer. */
    public void takesPart(OperationReference flight, Party party, Seats seats, String embarkation, String handOver) {
        Map<String, Object> fields = counted(seats);
        fields.putAll(
                Map.of("takesPart", "yes", "embarkation", embarkation, "handOver", handOver, "answerFinal", "yes"));
        users.complete(user(party, "coordinator"), "userTask_answerOffer", flight, fields);
    }

    /** A state takes its part back on the flight's page. */
    public void withdraws(OperationReference flight, Party party, WithdrawalCause cause, String reason) {
        users.as(user(party, "coordinator"), () -> states.withdraw(flight, party, cause, reason));
        users.runJobs(flight);
    }

    /** The organiser settles the plan, enters the one quote there is and takes it. */
    public void plan(OperationReference flight, String carrier, Money price, int seats, String monitor) {
        plan(flight, carrier, price, seats, monitor, WithdrawalRule.COMMITTED);
    }

    /** The same under another rule for empty seats. */
    public void plan(
            OperationReference flight, String carrier, Money price, int seats, String monitor, WithdrawalRule rule) {
        Party organiser = flights.get(flight).organiser();
        String coordinator = user(organiser, "coordinator");
        users.complete(coordinator, "userTask_consolidatePlan", flight, settled(organiser, monitor, rule));
        quote(flight, carrier, price, seats);
        users.complete(coordinator, "userTask_chooseCarrier", flight, Map.of("quote", "1"));
    }

    /** A plan that can be flown, as the fields of its form. */
    static Map<String, Object> settled(Party organiser, String monitor, WithdrawalRule rule) {
        return Map.of(
                "decision",
                "settled",
                "escortLeader",
                organiser + " escort service",
                "doctor",
                organiser + " medical service",
                "interpreter",
                organiser + " interpreters",
                "monitor",
                monitor,
                "emptySeats",
                rule.name());
    }

    /** The organiser enters the last quote there is. */
    public void quote(OperationReference flight, String carrier, Money price, int seats) {
        Flight planned = flights.get(flight);
        users.complete(
                user(planned.organiser(), "coordinator"),
                "userTask_enterQuote",
                flight,
                quoted(planned, carrier, price, seats));
    }

    /** The last quote there is, as the fields of its form. */
    public static Map<String, Object> quoted(Flight planned, String carrier, Money price, int seats) {
        return Map.of(
                "carrier",
                carrier,
                "price",
                price.decimal().toPlainString(),
                "currency",
                price.currency().getCurrencyCode(),
                "seats",
                (long) seats,
                "option",
                planned.departure().toLocalDate().toString(),
                "feeEarly",
                20L,
                "feeFiveDays",
                40L,
                "feeOneDay",
                100L,
                "anotherQuote",
                "no");
    }

    /**
     * A line of the budget.
     *
     * @param bearer the one party that bears a direct cost; nothing for a common one
     */
    public record Line(
            String category,
            String description,
            Money amount,
            Party payer,
            @Nullable Party bearer,
            String key) {

        public static Line common(String category, String description, Money amount, Party payer, String key) {
            return new Line(category, description, amount, payer, null, key);
        }

        public static Line direct(String category, String description, Money amount, Party payer) {
            return new Line(category, description, amount, payer, payer, "");
        }
    }

    /** The organiser enters the budget line by line. */
    public void budget(OperationReference flight, List<Line> lines) {
        String coordinator = user(flights.get(flight).organiser(), "coordinator");
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Map<String, Object> fields = new HashMap<>(Map.of(
                    "action", "ADD",
                    "category", line.category(),
                    "description", line.description(),
                    "amount", line.amount().decimal().toPlainString(),
                    "currency", line.amount().currency().getCurrencyCode(),
                    "payer", line.payer().code(),
                    "sharing", line.bearer() == null ? "ALL" : "ONE",
                    "key", line.key(),
                    "another", i + 1 < lines.size() ? "yes" : "no"));
            Party bearer = line.bearer();
            if (bearer != null) {
                fields.put("sharers", bearer.code());
            }
            users.complete(coordinator, "userTask_addCostItem", flight, fields);
        }
    }

    /** Everybody accepts their share, except the parties named, who have not looked yet. */
    public void acceptShares(OperationReference flight, Set<Party> notYet) {
        users.completeAllBut(
                groups(notYet, "finance"), "userTask_acceptShare", flight, form -> Map.of("answer", "ACCEPT"));
    }

    /** Frontex sets each beneficiary's fund and ceiling. */
    public void ceilings(OperationReference flight, Map<Party, Money> ceilings, Function<Party, String> fund) {
        int left = ceilings.size();
        for (Map.Entry<Party, Money> ceiling : ceilings.entrySet()) {
            left--;
            users.complete(
                    "fxcoordinator",
                    "userTask_setCeilings",
                    flight,
                    Map.of(
                            "beneficiary", ceiling.getKey().code(),
                            "fund", fund.apply(ceiling.getKey()),
                            "ceiling", ceiling.getValue().decimal().toPlainString(),
                            "next", left == 0 ? "COMPLETE" : "CHANGE_ANOTHER"));
        }
    }

    /** Everybody signs but the executive. */
    public void signatures(OperationReference flight) {
        Function<OpenForm, Map<String, ?>> sign = form -> Map.of("answer", "SIGN");
        users.completeAll("userTask_signDecisionForFrontex", flight, sign);
        users.completeAll("userTask_signDecisionForState", flight, sign);
        users.completeAllInTurn("userTask_signPlan", flight, sign);
        users.completeAll("userTask_confirmLegalBasis", flight, sign);
        users.completeAll("userTask_giveRightsOpinion", flight, form -> Map.of("answer", "POSITIVE"));
        users.completeAll("userTask_signAsManager", flight, sign);
    }

    /** The executive gives the go, the organiser signs the charter; what follows, their forms say: the permits. */
    public void goAndContract(OperationReference flight, Money price) {
        users.completeAll("userTask_giveGo", flight, form -> Map.of("answer", "SIGN"));
        String coordinator = user(flights.get(flight).organiser(), "coordinator");
        users.complete(
                coordinator,
                "userTask_contractCarrier",
                flight,
                Map.of("price", price.decimal().toPlainString(), "signed", "yes"));
        users.completeByExample(flight);
    }

    /** A second country lets the aircraft land, until the day of departure: the permits' form has room for one. */
    public void mayLandIn(OperationReference flight, String country) {
        Flight planned = flights.get(flight);
        Map<String, String> permit = Map.of(
                "permitKind",
                "LANDING",
                "permitState",
                country,
                "permitNumber",
                "LP-" + flight + "-" + country,
                "permitAnswer",
                "GRANTED",
                "validOn",
                planned.departure().toLocalDate().toString());
        users.as(
                user(planned.organiser(), "coordinator"),
                () -> acts.perform(flight, acts.named("record-permit"), permit));
    }

    /** Every gate that is open now is confirmed by the group it waits for. */
    public void confirmOpenGates(OperationReference flight) {
        GATE_TASKS.forEach(task -> users.completeAllBy(
                form -> ExampleGates.turn(form.shown()), task, flight, form -> gates.confirmed(flight, form)));
    }

    /** All states board as many as are given, gates confirmed; the aircraft leaves, stops, lands and hands over. */
    public void fly(OperationReference flight, Map<Party, Seats> aboard) {
        confirmOpenGates(flight);
        Function<OpenForm, Map<String, ?>> count = form -> counted(of(aboard, form.party()));
        users.completeAll("userTask_countAboard", flight, count);
        users.completeAll("userTask_clearDeparture", flight, form -> Map.of("decision", "CLEAR"));
        Function<OpenForm, Map<String, ?>> handOver = form -> {
            long returnees = of(aboard, form.party()).returnees();
            return Map.of("handedOver", returnees, "notHandedOver", 0L, "withProperty", returnees);
        };
        while (users.open(flight).stream().anyMatch(ON_THE_WAY::contains)) {
            confirmOpenGates(flight);
            users.completeAll("userTask_countAboardAtStop", flight, count);
            users.completeAll("userTask_clearOnward", flight, form -> Map.of("decision", "CLEAR"));
            users.completeAll("userTask_recordLanding", flight, form -> Map.of("outcome", "LANDED"));
            users.completeAll("userTask_confirmHandOver", flight, handOver);
        }
    }

    private static Seats of(Map<Party, Seats> aboard, Party party) {
        return Objects.requireNonNull(aboard.get(party), () -> "nobody is given for " + party);
    }

    /** Seats as the fields of a form. */
    public static Map<String, Object> counted(Seats seats) {
        return new HashMap<>(Map.of(
                "returnees", (long) seats.returnees(),
                "escorts", (long) seats.escorts(),
                "medical", (long) seats.medical(),
                "interpreters", (long) seats.interpreters(),
                "monitors", (long) seats.monitors(),
                "others", (long) seats.others()));
    }

    /** The places of a form on which a gate stands. */
    public static Stream<String> places(Map<String, ?> shown) {
        return shown.keySet().stream()
                .filter(name -> name.matches("gate[0-9]+") && !"".equals(shown.get(name)))
                .map(name -> name.substring("gate".length()));
    }

    /** Every monitor who was aboard delivers what proves the report, as the form says. */
    public void reports(OperationReference flight) {
        users.completeByExample(flight);
    }

    /** What a party claims for one line of the budget, with its voucher. */
    public record Claimed(int line, Money amount, String voucher, LocalDate day) {}

    /** A party's finance enters its actual costs. */
    public void claim(OperationReference flight, Party party, List<Claimed> costs) {
        for (int i = 0; i < costs.size(); i++) {
            Claimed cost = costs.get(i);
            users.complete(
                    user(party, "finance1"),
                    "userTask_enterActualCost",
                    flight,
                    Map.of(
                            "claimed", "yes",
                            "item", Integer.toString(cost.line()),
                            "description", "As invoiced",
                            "amount", cost.amount().decimal().toPlainString(),
                            "currency", cost.amount().currency().getCurrencyCode(),
                            "voucherNumber", cost.voucher(),
                            "voucherDate", cost.day().toString(),
                            "another", i + 1 < costs.size() ? "yes" : "no"));
        }
    }

    /** Those who have not claimed have nothing to claim; Frontex certifies; everybody signs; every payment arrives. */
    public void settle(OperationReference flight, LocalDate valueDate, Function<OpenForm, Money> amountDue) {
        users.completeAll("userTask_enterActualCost", flight, form -> Map.of("claimed", "no"));
        certify(flight, form -> Map.of("decision", "ELIGIBLE", "voucherChecked", "yes"));
        users.completeAll("userTask_signStatement", flight, form -> Map.of("answer", "SIGN"));
        users.completeAll(
                "userTask_confirmPayment",
                flight,
                form -> Map.of(
                        "outcome",
                        "PAID",
                        "amountReceived",
                        amountDue.apply(form).decimal().toPlainString(),
                        "valueDate",
                        valueDate.toString(),
                        "bankReference",
                        "SEPA-" + flight + "-" + form.party()));
    }

    /** Frontex's finance certifies: one person, who then signs nothing. */
    public void certify(OperationReference flight, Function<OpenForm, Map<String, ?>> findings) {
        users.completeAllByTheLastButOne("userTask_certifyClaim", flight, findings);
    }

    private static Set<String> groups(Set<Party> parties, String role) {
        return parties.stream().map(party -> party + role).collect(Collectors.toUnmodifiableSet());
    }
}
