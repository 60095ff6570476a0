package org.jointflights.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.TestEvidence;

/**
 * What the example's people type so that a French flight with Belgians and Britons, for which Frontex pays, comes to its end: by task,
 * with the part of its life to which the task belongs. Gates are confirmed.
 */
final class Typed {

    /** Where a flight stands, in the order of its life, and who has something to do there: of each state, and others. */
    enum Start {
        PROPOSAL("coordinator", ""),
        COST_SHARING("coordinator finance2", "fxcoordinator"),
        SIGNING("finance2 legal2", "frcoordinator fxfinance3 rightsofficer2 manager2 executive2"),
        OPERATION("coordinator legal2 doctor monitor escortleader", "rightsofficer2"),
        SETTLEMENT("finance1 finance2 monitor", "fxfinance1 fxfinance2 fxfinance3");

        private final String roles;
        private final String others;

        Start(String roles, String others) {
            this.roles = roles;
            this.others = others;
        }

        List<String> people() {
            return Stream.concat(
                            Stream.of(roles.split(" "))
                                    .flatMap(role -> Stream.of("fr", "be", "gb").map(state -> state + role)),
                            Stream.of(others.split(" ")).filter(name -> !name.isEmpty()))
                    .toList();
        }
    }

    private record Task(Start start, Map<String, Object> fields) {}

    /** A line below this needs one signature of each party. */
    private static final String CHARTER = "180000.00";

    private static final Map<String, Object> SIGN = Map.of("answer", "SIGN");
    private static final Map<String, Object> ABOARD =
            Map.of("returnees", 3, "escorts", 6, "medical", 1, "interpreters", 1, "monitors", 1);
    private static final Map<String, Task> TASKS = new TreeMap<>();

    static {
        List.of("answerOffer", "correctAnswer")
                .forEach(task -> add(
                        Start.PROPOSAL,
                        task,
                        Map.of(
                                "takesPart", "yes",
                                "returnees", 3,
                                "escorts", 6,
                                "medical", 1,
                                "interpreters", 1,
                                "monitors", 1,
                                "embarkation", "CDG",
                                "answerFinal", "yes")));
        add(
                Start.PROPOSAL,
                "consolidatePlan",
                Map.of(
                        "decision", "settled",
                        "escortLeader", "French escort service",
                        "doctor", "French medical service",
                        "interpreter", "French interpreters",
                        "monitor", "CGLPL",
                        "emptySeats", "COMMITTED"));
        add(
                Start.PROPOSAL,
                "enterQuote",
                Map.of(
                        "carrier",
                        "Air One",
                        "price",
                        CHARTER,
                        "currency",
                        "EUR",
                        "seats",
                        300,
                        "option",
                        "DEPARTURE",
                        "feeEarly",
                        20,
                        "feeFiveDays",
                        40,
                        "feeOneDay",
                        100,
                        "anotherQuote",
                        "no"));
        add(Start.PROPOSAL, "chooseCarrier", Map.of("quote", "1"));
        add(
                Start.COST_SHARING,
                "addCostItem",
                Map.of(
                        "action", "ADD",
                        "category", "CHARTER",
                        "description", "charter",
                        "amount", CHARTER,
                        "currency", "EUR",
                        "payer", "FR",
                        "sharing", "ALL",
                        "key", "PER_RETURNEE",
                        "another", "no"));
        add(Start.COST_SHARING, "acceptShare", Map.of("answer", "ACCEPT"));
        add(Start.COST_SHARING, "setCeilings", Map.of("next", "COMPLETE"));
        List.of(
                        "signDecisionForFrontex",
                        "signDecisionForState",
                        "signPlan",
                        "confirmLegalBasis",
                        "signAsManager",
                        "giveGo")
                .forEach(task -> add(Start.SIGNING, task, SIGN));
        add(Start.SIGNING, "giveRightsOpinion", Map.of("answer", "POSITIVE"));
        add(Start.SIGNING, "contractCarrier", Map.of("price", CHARTER, "signed", "yes"));
        add(
                Start.SIGNING,
                "recordPermits",
                Map.of(
                        "landingAnswer", "GRANTED",
                        "overflightAnswer", "GRANTED",
                        "landingNumber", "LP-1",
                        "landingDay", "DEPARTURE",
                        "overflightNumber", "OF-1",
                        "overflightDay", "DEPARTURE"));
        List.of("confirmGates", "confirmBoarding", "answerLastCall")
                .forEach(task -> add(Start.OPERATION, task, Map.of()));
        add(Start.OPERATION, "countAboard", ABOARD);
        add(Start.OPERATION, "clearDeparture", Map.of("decision", "CLEAR"));
        add(Start.OPERATION, "recordLanding", Map.of("outcome", "LANDED"));
        add(Start.OPERATION, "confirmHandOver", Map.of("handedOver", 3, "notHandedOver", 0, "withProperty", 3));
        add(Start.SETTLEMENT, "enterActualCost", Map.of("claimed", "no"));
        add(Start.SETTLEMENT, "certifyClaim", Map.of("decision", "ELIGIBLE", "voucherChecked", "yes"));
        add(Start.SETTLEMENT, "signStatement", SIGN);
        add(
                Start.SETTLEMENT,
                "deliverReport",
                Map.ofEntries(
                        Map.entry("reportDate", "TODAY"),
                        Map.entry("reportHash", "0".repeat(64)),
                        Map.entry("coversBeforeDeparture", "yes"),
                        Map.entry("coversInFlight", "yes"),
                        Map.entry("coversHandOver", "yes"),
                        Map.entry("coversReturn", "no"),
                        Map.entry("forceSeen", 0),
                        Map.entry("restrained", 0),
                        Map.entry("sentToDirector", "yes"),
                        Map.entry("sentToRightsOfficer", "yes"),
                        Map.entry("sentToAuthorities", "yes")));
        add(
                Start.SETTLEMENT,
                "confirmPayment",
                Map.of(
                        "outcome",
                        "PAID",
                        "amountReceived",
                        CHARTER,
                        "valueDate",
                        "DEPARTURE",
                        "bankReference",
                        "SEPA-1"));
    }

    /** The one party that claims, which is the one that has paid. */
    private static final Map<String, Object> CLAIM = Map.of(
            "claimed", "yes",
            "item", "1",
            "description", "as invoiced",
            "amount", CHARTER,
            "currency", "EUR",
            "voucherDate", "DEPARTURE",
            "another", "no");

    private Typed() {}

    private static void add(Start start, String task, Map<String, Object> fields) {
        TASKS.put("userTask_" + task, new Task(start, fields));
    }

    static Set<String> tasks() {
        return TASKS.keySet();
    }

    static Start start(String task) {
        return TASKS.get(task).start();
    }

    /** Two legal verifiers of each group answer gates: one looks at decisions and notices, the other at remedies. */
    private static final Set<String> GATES =
            Set.of("userTask_confirmGates", "userTask_confirmBoarding", "userTask_answerLastCall");

    private static final Set<String> OF_DECISIONS = Set.of("G0", "G1", "G6");

    /**
     * Whether this member of a group does it: whoever enters or certifies signs nothing, so that the first members enter, Frontex's
     * second certifies, and the last do everything else.
     */
    static boolean isFor(String person, String task) {
        return switch (task) {
            case "userTask_enterActualCost" -> person.endsWith("finance1");
            case "userTask_certifyClaim" -> person.equals("fxfinance2");
            case "userTask_signAsManager" -> person.equals("manager2");
            default ->
                (GATES.contains(task) && person.endsWith("legal1"))
                        || (TASKS.containsKey(task)
                                && !Set.of("fxfinance2", "manager2").contains(person)
                                && !person.endsWith("1"));
        };
    }

    private static boolean isTheirs(String person, String gate) {
        return !person.contains("legal")
                || person.startsWith("fx")
                || (OF_DECISIONS.contains(gate) == person.endsWith("1"));
    }

    /** Whether anything on the form of a gate is for this person, and not for the colleague. */
    static boolean isForThem(String person, JsonNode shown) {
        List<String> gates = new ArrayList<>();
        shown.properties().forEach(variable -> {
            String gate = variable.getValue().path("value").asText();
            if (variable.getKey().matches("gate[0-9]+") && !gate.isEmpty()) {
                gates.add(gate);
            }
        });
        return gates.isEmpty() || gates.stream().anyMatch(gate -> isTheirs(person, gate));
    }

    /** Three decisions of each of three states, on one list each, and notices that have run. */
    private static Map<String, Object> evidence(String person, JsonNode shown) {
        Map<String, Object> evidence = new HashMap<>();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Party party = new Party(person.substring(0, 2).toUpperCase(Locale.ROOT));
        BiConsumer<String, Map<String, Object>> asked = (what, fields) -> {
            if (shown.path(what).path("value").asText().equals("yes")) {
                evidence.putAll(fields);
            }
        };
        if (shown.properties().stream().anyMatch(variable -> variable.getKey().startsWith("asks"))) {
            asked.accept("asksDecisions", Map.of("decisions", party.isFrontex() ? 9 : 3));
            asked.accept(
                    "asksList",
                    Map.of("listDay", today.toString(), "listVersion", 1, "issuingAuthority", TestEvidence.AUTHORITY));
            asked.accept("asksHash", Map.of("listHash", TestEvidence.fingerprint(party)));
            asked.accept(
                    "asksService", Map.of("servedOn", TestEvidence.served(today).toString(), "complaintForms", 3));
            asked.accept("asksPlaces", Map.of("waitingPlaces", 3));
            asked.accept("asksNeeds", Map.of("needs", TestEvidence.NEEDS_OF_STATE));
            asked.accept(
                    "asksCrew",
                    Map.of(
                            "languages",
                            TestEvidence.LANGUAGES,
                            "dutyHours",
                            TestEvidence.DUTY_HOURS,
                            "needsKnown",
                            shown.path("needsTold").path("value").asInt()));
            asked.accept("asksBody", Map.of("monitoringBody", TestEvidence.BODY));
        }
        return evidence;
    }

    /** By field, as Tasklist sends it. */
    static Map<String, Object> by(String person, String task, String id, LocalDate departure, JsonNode shown) {
        Map<String, Object> fields = new HashMap<>(TASKS.get(task).fields());
        if (task.equals("userTask_enterActualCost") && person.startsWith("fr")) {
            fields.putAll(CLAIM);
            fields.put("voucherNumber", "INV-" + id);
        }
        shown.properties().forEach(variable -> {
            String place = variable.getKey().replaceFirst("^gate", "");
            String gate = variable.getValue().path("value").asText();
            if (variable.getKey().matches("gate[0-9]+") && !gate.isEmpty()) {
                fields.put("answer" + place, isTheirs(person, gate) ? "CONFIRMED" : "COLLEAGUE");
            }
        });
        fields.putAll(evidence(person, shown));
        fields.replaceAll((field, value) -> Map.of("value", day(value, departure)));
        return fields;
    }

    private static Object day(Object value, LocalDate departure) {
        return switch (value.toString()) {
            case "DEPARTURE" -> departure.toString();
            case "TODAY" -> LocalDate.now(ZoneId.of("Europe/Paris")).toString();
            default -> value;
        };
    }
}
