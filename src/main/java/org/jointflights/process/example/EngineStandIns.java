package org.jointflights.process.example;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jointflights.application.example.StandIns;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Seats;
import org.jointflights.process.example.ExampleUsers.OpenForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** They do what the example's users do at the first start, through the same forms and with the same rights. */
@Component
@Profile("example")
class EngineStandIns implements StandIns {

    private static final Logger LOG = LoggerFactory.getLogger(EngineStandIns.class);

    private static final Map<String, ?> SIGN = Map.of("answer", "SIGN");

    /** What can be answered without looking. */
    private static final Map<String, Map<String, ?>> ALWAYS = Map.ofEntries(
            Map.entry("userTask_acceptShare", Map.of("answer", "ACCEPT")),
            Map.entry("userTask_setCeilings", Map.of("next", "COMPLETE")),
            Map.entry("userTask_signDecisionForFrontex", SIGN),
            Map.entry("userTask_signDecisionForState", SIGN),
            Map.entry("userTask_confirmLegalBasis", SIGN),
            Map.entry("userTask_giveRightsOpinion", Map.of("answer", "POSITIVE")),
            Map.entry("userTask_signAsManager", SIGN),
            Map.entry("userTask_giveGo", SIGN),
            Map.entry("userTask_clearDeparture", Map.of("decision", "CLEAR")),
            Map.entry("userTask_clearOnward", Map.of("decision", "CLEAR")),
            Map.entry("userTask_recordLanding", Map.of("outcome", "LANDED")),
            Map.entry("userTask_enterActualCost", Map.of("claimed", "no")),
            Map.entry("userTask_signStatement", SIGN));

    private final ExampleUsers users;
    private final ExampleSteps steps;
    private final ExamplePlans plans;
    private final Participations participations;
    private final Transfers transfers;

    EngineStandIns(
            @Lazy ExampleUsers users,
            @Lazy ExampleSteps steps,
            ExamplePlans plans,
            Participations participations,
            Transfers transfers) {
        this.users = users;
        this.steps = steps;
        this.plans = plans;
        this.participations = participations;
        this.transfers = transfers;
    }

    @Override
    public int doWhatIsOpen(OperationReference flight) {
        List<String> before = users.openIds(flight);
        for (String task : users.open(flight).stream().distinct().toList()) {
            tried(task, flight);
        }
        List<String> after = users.openIds(flight);
        return Math.toIntExact(before.stream().filter(id -> !after.contains(id)).count());
    }

    @Override
    public boolean isAnythingOpen(OperationReference flight) {
        return !users.openIds(flight).isEmpty();
    }

    /** What is refused is left to people, who are told why. */
    private void tried(String task, OperationReference flight) {
        try {
            does(task, flight);
        } catch (RuntimeException refused) {
            LOG.info("The example's people leave {} of flight {} to others: {}", task, flight, refused.getMessage());
        }
    }

    private void does(String task, OperationReference flight) {
        Map<String, ?> always = ALWAYS.get(task);
        if (always != null) {
            users.completeAll(task, flight, form -> always);
            return;
        }
        switch (task) {
            case "userTask_answerOffer" -> users.completeAll(task, flight, form -> plans.offered(flight, form));
            case "userTask_consolidatePlan" -> users.completeAll(task, flight, form -> plans.settled(flight));
            case "userTask_enterQuote" -> users.completeAll(task, flight, form -> plans.quoted(flight));
            case "userTask_chooseCarrier" -> users.completeAll(task, flight, form -> plans.chosen(flight));
            case "userTask_addCostItem" -> users.completeAll(task, flight, form -> plans.costs(flight));
            case "userTask_contractCarrier" -> users.completeAll(task, flight, form -> plans.contracted(flight));
            case "userTask_signPlan" -> users.completeAllInTurn(task, flight, form -> SIGN);
            case "userTask_certifyClaim" ->
                steps.certify(flight, form -> Map.of("decision", "ELIGIBLE", "voucherChecked", "yes"));
            case "userTask_countAboard", "userTask_countAboardAtStop" ->
                users.completeAll(task, flight, form -> ExampleSteps.counted(planned(flight, form)));
            case "userTask_confirmHandOver" -> users.completeAll(task, flight, handedOver(flight));
            case "userTask_confirmPayment" -> users.completeAll(task, flight, form -> paid(flight, form));
            default -> {
                steps.confirmOpenGates(flight);
                users.completeByExample(flight);
            }
        }
    }

    private Function<OpenForm, Map<String, ?>> handedOver(OperationReference flight) {
        return form -> {
            long returnees = planned(flight, form).returnees();
            return Map.of("handedOver", returnees, "notHandedOver", 0L, "withProperty", returnees);
        };
    }

    private Seats planned(OperationReference flight, OpenForm form) {
        return participations.get(flight, form.party()).seats();
    }

    private Map<String, Object> paid(OperationReference flight, OpenForm form) {
        Map<String, Object> payment = new TreeMap<>(Map.of(
                "outcome",
                "PAID",
                "amountReceived",
                transfers.get(form.number("transfer")).amount().decimal().toPlainString(),
                "bankReference",
                "SEPA-" + flight + "-" + form.party()));
        payment.put("valueDate", users.today().toString());
        return payment;
    }
}
