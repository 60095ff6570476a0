package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Contracts;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.process.example.ExampleSteps.Claimed;
import org.jointflights.process.example.ExampleSteps.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Scenario C of the domain dossier, section 5: Paris to Lagos on 8 June 2017, cancelled 26 hours before departure with
 * two connecting flights paid for.
 */
class ScenarioCTest extends FlightCase {

    private static final Money CHARTER = Money.euro(24_000_000);
    private static final Money FEE = Money.euro(9_600_000);
    private static final List<Line> BUDGET = List.of(
            common("CHARTER", 24_000_000, FR, "PER_SEAT"),
            direct("CONNECTING_FLIGHT", 5_437_825, FI),
            direct("CONNECTING_FLIGHT", 310_000, SE));

    @Autowired
    Contracts contracts;

    @Test
    void landing_clearance_withdrawn_by_the_destination_is_paid_for_in_full() {
        OperationReference flight = cancelled("Landing clearance withdrawn by Nigeria", null);
        certifies(flight, Map.of(), withClause());

        assertThat(payable(flight))
                .containsOnly(Map.entry("FR", "96000.00"), Map.entry("FI", "54378.25"), Map.entry("SE", "3100.00"));
        assertThat(totalPayable(flight)).isEqualTo("153478.25");
        assertThat(borne(flight)).isEmpty();

        settles(flight);
        assertEnded(flight, "endEvent_cancelled", Stage.CANCELLED);
        assertThat(accounts.of(flight).ledger().isEven()).isTrue();
    }

    @Test
    void what_france_cancels_by_its_own_decision_france_bears() {
        OperationReference flight = cancelled("France needs the aircraft elsewhere", FR);
        Claim fee = claim(flight, FEE);
        certifies(
                flight,
                Map.of(fee.id(), Map.of("decision", "NOT_ELIGIBLE", "reason", "France's own decision")),
                withClause());

        assertThat(borne(flight)).containsOnly(Map.entry("FR", "96000.00"));
        assertThat(payable(flight)).containsOnly(Map.entry("FI", "54378.25"), Map.entry("SE", "3100.00"));
        assertThat(totalPayable(flight)).isEqualTo("57478.25");

        settles(flight);
        assertEnded(flight, "endEvent_cancelled", Stage.CANCELLED);
    }

    private OperationReference cancelled(String reason, @Nullable Party causedBy) {
        on("2017-03-20T09:00:00Z");
        OperationReference flight = proposed(FR, "Nigeria", "CDG", "LOS", "2017-06-08 10:00", 120, "FI, SE");
        steps.takesPart(flight, FR, new Seats(10, 7, 1, 1, 1, 0), "CDG", "LOS");
        steps.takesPart(flight, FI, new Seats(5, 5, 0, 0, 0, 0), "CDG", "LOS");
        steps.takesPart(flight, SE, new Seats(5, 5, 0, 0, 0, 0), "CDG", "LOS");
        on("2017-04-10T09:00:00Z");
        steps.plan(flight, "Carrier of 2017", CHARTER, 120, "CGLPL");
        steps.budget(flight, BUDGET);
        steps.acceptShares(flight, Set.of());
        steps.ceilings(
                flight,
                Map.of(FR, Money.euro(25_000_000), FI, Money.euro(6_000_000), SE, Money.euro(500_000)),
                party -> "FRONTEX");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        passGates(flight, 28, 2);

        at(flight, flights.get(flight).departure().minusHours(26));
        exampleUsers.as("frcoordinator", () -> cancellation.cancel(flight, reason, causedBy));
        exampleUsers.runJobs(flight);
        assertThat(contracts.of(flight)).singleElement().satisfies(contract -> {
            assertThat(contract.penalty()).isEqualTo(FEE);
            assertThat(contract.releasedAt()).isEqualTo(clock.instant());
        });
        assertThat(exampleUsers.open(flight)).containsOnly("userTask_enterActualCost");

        on("2017-07-10T09:00:00Z");
        steps.claim(
                flight, FI, List.of(new Claimed(2, Money.euro(5_437_825), "FI-2 " + flight, LocalDate.of(2017, 6, 7))));
        steps.claim(
                flight, SE, List.of(new Claimed(3, Money.euro(310_000), "SE-3 " + flight, LocalDate.of(2017, 6, 7))));
        nobodyElseClaims(flight);
        return flight;
    }

    private static Map<String, Object> withClause() {
        Map<String, Object> fields = new HashMap<>(eligible());
        fields.put("clause", "YES");
        return fields;
    }
}
