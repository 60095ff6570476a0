package org.jointflights.process.flight;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.settlement.CheckConditions;
import org.jointflights.application.settlement.Claims;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.money.Money;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.ExampleGates;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleUsers.OpenForm;

/** What people type into the forms of a flight from three states: what leads on, and now and then a no. */
final class UsualAnswers {

    static final Money CHARTER = Money.euro(4_000_000);

    /** A no is rarer than a yes by so much; three of one kind and a flight is given up. */
    private static final int YES_TO_A_NO = 25;

    private static final Map<Party, Seats> DECLARED = Map.of(
            FlightCase.FR, new Seats(4, 8, 1, 1, 1, 0),
            FlightCase.GB, new Seats(5, 10, 0, 0, 0, 0),
            FlightCase.SE, new Seats(1, 3, 0, 0, 0, 0));

    private final Flights flights;
    private final Participations participations;
    private final Budgets budgets;
    private final FinancialDecisions decisions;
    private final Claims claims;
    private final Transfers transfers;
    private final Cancellations cancellations;
    private final CheckConditions conditions;
    private final CountHeads people;
    private final ExampleGates gates;
    private final TestClock clock;

    UsualAnswers(
            Flights flights,
            Participations participations,
            Budgets budgets,
            FinancialDecisions decisions,
            Claims claims,
            Transfers transfers,
            Cancellations cancellations,
            CheckConditions conditions,
            CountHeads people,
            ExampleGates gates,
            TestClock clock) {
        this.flights = flights;
        this.participations = participations;
        this.budgets = budgets;
        this.decisions = decisions;
        this.claims = claims;
        this.transfers = transfers;
        this.cancellations = cancellations;
        this.conditions = conditions;
        this.people = people;
        this.gates = gates;
        this.clock = clock;
    }

    /** Whose turn it is among the members of the group, counted from the last. */
    int turn(String task, OpenForm form) {
        return switch (task) {
            case "userTask_confirmGates",
                    "userTask_confirmBoarding",
                    "userTask_confirmStopover",
                    "userTask_answerLastCall" -> ExampleGates.turn(form.shown());
            case "userTask_certifyClaim" -> 1;
            default -> 0;
        };
    }

    /** By field; what the form itself says is not among it. */
    Map<String, ?> of(String task, OperationReference reference, OpenForm form, Random random) {
        boolean no = random.nextInt(YES_TO_A_NO) == 0;
        return switch (task) {
            case "userTask_answerOffer", "userTask_correctAnswer" ->
                no
                        ? Map.of("takesPart", "no", "answerFinal", "yes", "reason", "nobody to return")
                        : takesPart(form.party());
            case "userTask_consolidatePlan" -> plan(reference);
            case "userTask_enterQuote" -> ExampleSteps.quoted(flights.get(reference), "Air One", CHARTER, 60);
            case "userTask_chooseCarrier" -> Map.of("quote", "1");
            case "userTask_enterNewPrice" -> Map.of("price", decimal(CHARTER), "agreed", "yes");
            case "userTask_addCostItem" ->
                budgets.of(reference).isEmpty() ? charter() : Map.of("action", "NOTHING", "another", "no");
            case "userTask_acceptShare" ->
                no ? Map.of("answer", "OBJECT", "reason", "too dear") : Map.of("answer", "ACCEPT");
            case "userTask_decideObjection" -> Map.of("decision", "KEEP", "reason", "as agreed");
            case "userTask_fixKey" -> Map.of("decision", "END", "reason", "no key");
            case "userTask_setCeilings" -> ceiling(reference);
            case "userTask_signDecisionForFrontex",
                    "userTask_signDecisionForState",
                    "userTask_signPlan",
                    "userTask_confirmLegalBasis",
                    "userTask_signAsManager",
                    "userTask_giveGo" ->
                no ? Map.of("answer", "REFUSE", "reason", "too late") : Map.of("answer", "SIGN");
            case "userTask_giveRightsOpinion" -> Map.of("answer", "POSITIVE");
            case "userTask_decideRejection" ->
                random.nextInt(3) == 0
                        ? Map.of("answer", "END", "reason", "nobody signs")
                        : Map.of("answer", "ASK_AGAIN", "reason", "asked once more");
            case "userTask_contractCarrier" -> Map.of("price", decimal(CHARTER), "signed", "yes");
            case "userTask_acknowledgeWithdrawal" -> Map.of("note", "seen");
            case "userTask_adviseOnResuming" -> Map.of("advice", "RESUME", "adviceReasons", "nothing was found");
            case "userTask_resumeFlight" -> Map.of("reason", "nothing was found");
            case "userTask_confirmGates",
                    "userTask_confirmBoarding",
                    "userTask_confirmStopover",
                    "userTask_answerLastCall" -> gates.confirmed(reference, form);
            case "userTask_countAboard", "userTask_countAboardAtStop" ->
                ExampleSteps.counted(DECLARED.get(form.party()));
            case "userTask_clearDeparture", "userTask_clearOnward" -> Map.of("decision", "CLEAR");
            case "userTask_recordLanding" -> Map.of("outcome", "LANDED");
            case "userTask_confirmHandOver" -> handedOver(reference, form.party());
            case "userTask_countReturned" -> Map.of("landedBack", (long) people.comeBack(reference, form.party()));
            case "userTask_enterActualCost" -> claim(reference, form.party());
            case "userTask_certifyClaim" ->
                cancellations.of(reference).isEmpty()
                                && conditions
                                        .missing(
                                                reference,
                                                claims.get(form.number("claim")).claimant())
                                        .isEmpty()
                        ? Map.of("decision", "ELIGIBLE", "voucherChecked", "yes")
                        : Map.of("decision", "NOT_ELIGIBLE", "reason", "no such clause, or a report is owed");
            case "userTask_signStatement" ->
                no ? Map.of("answer", "OBJECT", "reason", "too much") : Map.of("answer", "SIGN");
            case "userTask_answerObjection", "userTask_decideDispute" ->
                Map.of("decision", "STANDS", "answer", "It is right.");
            case "userTask_confirmPayment" -> paid(form);
            case "userTask_decidePayment" ->
                Map.of(
                        "outcome",
                        "WAIVED",
                        "document",
                        "M/1",
                        "documentDate",
                        today().toString(),
                        "reason",
                        "nobody answers");
            default -> Map.of();
        };
    }

    private static Map<String, Object> takesPart(Party party) {
        Map<String, Object> fields = ExampleSteps.counted(DECLARED.get(party));
        fields.put("takesPart", "yes");
        fields.put("answerFinal", "yes");
        fields.put("embarkation", party.equals(FlightCase.GB) ? "STN" : "CDG");
        fields.put("handOver", "");
        return fields;
    }

    private List<Party> takingPart(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::takesPart)
                .map(Participation::party)
                .filter(party -> !party.isFrontex())
                .toList();
    }

    private Map<String, Object> plan(OperationReference reference) {
        if (takingPart(reference).size() < 2) {
            return Map.of("decision", "GIVE_UP");
        }
        return Map.of(
                "decision", "settled",
                "escortLeader", "FR escort service",
                "doctor", "FR medical service",
                "interpreter", "FR interpreters",
                "monitor", "CGLPL",
                "emptySeats", "committed");
    }

    private static Map<String, Object> charter() {
        return Map.of(
                "action", "ADD",
                "category", "CHARTER",
                "description", "charter",
                "amount", decimal(CHARTER),
                "currency", "EUR",
                "payer", "FR",
                "sharing", "ALL",
                "key", "PER_RETURNEE",
                "another", "no");
    }

    /** One of them after the other; the last says that all are there. */
    private Map<String, Object> ceiling(OperationReference reference) {
        List<Party> without = takingPart(reference).stream()
                .filter(state -> decisions.of(reference).stream()
                        .noneMatch(one -> one.beneficiary().equals(state)))
                .toList();
        if (without.isEmpty()) {
            return Map.of("next", "COMPLETE");
        }
        return Map.of(
                "beneficiary",
                without.get(0).code(),
                "fund",
                "NATIONAL",
                "ceiling",
                "0.00",
                "next",
                without.size() == 1 ? "COMPLETE" : "CHANGE_ANOTHER");
    }

    /** Nobody is handed over at the last airport. */
    Map<String, Object> fliesBack(OperationReference reference, Party party) {
        return Map.of(
                "handedOver",
                0L,
                "notHandedOver",
                (long) people.of(reference, party).expected(),
                "withProperty",
                0L,
                "reason",
                "confirmed too long ago");
    }

    private Map<String, Object> handedOver(OperationReference reference, Party party) {
        long returnees = people.of(reference, party).flown().returnees();
        return Map.of("handedOver", returnees, "notHandedOver", 0L, "withProperty", returnees);
    }

    /** France paid the charter, and nobody anything else. */
    private Map<String, Object> claim(OperationReference reference, Party party) {
        boolean flown = cancellations.of(reference).isEmpty();
        boolean claimed = claims.of(reference).stream().anyMatch(claim -> claim.counts());
        if (!flown || claimed || !party.equals(FlightCase.FR)) {
            return Map.of("claimed", "no");
        }
        return Map.of(
                "claimed", "yes",
                "item", "1",
                "description", "As invoiced",
                "amount", decimal(CHARTER),
                "currency", "EUR",
                "voucherNumber", "INV-" + reference,
                "voucherDate", today().toString(),
                "another", "no");
    }

    private Map<String, Object> paid(OpenForm form) {
        return Map.of(
                "outcome",
                "PAID",
                "amountReceived",
                decimal(transfers.get(form.number("transfer")).amount()),
                "valueDate",
                today().toString(),
                "bankReference",
                "SEPA-" + form.party());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String decimal(Money money) {
        return money.decimal().toPlainString();
    }
}
