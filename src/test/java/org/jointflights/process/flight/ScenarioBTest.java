package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.costs.Splits;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.process.example.ExampleSteps.Line;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Scenario B of the domain dossier, section 5: Stansted, Lille and Tirana on 19 November 2015. Of 80 declared people 64
 * fly; 16 are withdrawn in the last days, at boarding and at the stop-over.
 */
class ScenarioBTest extends FlightCase {

    private static final String GATES = "userTask_confirmGates";
    private static final String BOARDING = "userTask_confirmBoarding";
    private static final Money CHARTER = Money.euro(18_003_000);
    private static final Money NATIONAL = Money.euro(4_000_000);
    private static final Map<Party, Seats> DECLARED = Map.of(
            GB, new Seats(50, 97, 1, 1, 1, 0),
            FR, new Seats(24, 29, 0, 0, 0, 0),
            BE, new Seats(6, 9, 0, 0, 0, 0));
    private static final Map<Party, Seats> FLOWN = Map.of(
            GB, new Seats(40, 97, 1, 1, 1, 0),
            FR, new Seats(20, 29, 0, 0, 0, 0),
            BE, new Seats(4, 9, 0, 0, 0, 0));
    private static final List<Line> BUDGET = List.of(
            direct("CHARTER", 18_003_000, GB),
            direct("ESCORTS", 8_293, BE),
            common("HANDLING", 4_000_000, GB, "PER_RETURNEE"));

    @Autowired
    Splits splits;

    @Test
    void frontex_pays_what_was_flown_and_protection_moves_nobodys_share() {
        OperationReference flight = planned();
        Map<String, String> agreed = sharesOfTheNationalItem(flight);
        assertThat(agreed)
                .containsOnly(Map.entry("GB", "25000.00"), Map.entry("FR", "12000.00"), Map.entry("BE", "3000.00"));

        countDown(flight);
        depart(flight);
        assertThat(flown.of(flight)).isEqualTo(FLOWN);

        on("2016-01-18T09:00:00Z");
        everybodyClaims(flight, BUDGET);
        Claim national = claim(flight, NATIONAL);
        certifies(
                flight,
                Map.of(national.id(), Map.of("decision", "NOT_ELIGIBLE", "reason", "financed by the states")),
                eligible());

        assertThat(totalPayable(flight)).isEqualTo("180112.93");
        assertThat(payable(flight)).containsOnly(Map.entry("GB", "180030.00"), Map.entry("BE", "82.93"));
        assertThat(borne(flight)).isEqualTo(agreed);

        settles(flight);
        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
    }

    private OperationReference planned() {
        on("2015-09-07T09:00:00Z");
        OperationReference flight = proposed(GB, "Albania", "STN, LIL", "TIA", "2015-11-19 08:00", 220, "FR, BE");
        steps.takesPart(flight, GB, DECLARED.get(GB), "STN", "TIA");
        steps.takesPart(flight, FR, DECLARED.get(FR), "LIL", "TIA");
        steps.takesPart(flight, BE, DECLARED.get(BE), "LIL", "TIA");
        on("2015-09-21T09:00:00Z");
        steps.plan(flight, "Carrier of 2015", CHARTER, 220, "one British, two Belgian monitors");
        steps.budget(flight, BUDGET);
        steps.acceptShares(flight, Set.of());
        steps.ceilings(
                flight,
                Map.of(GB, Money.euro(19_000_000), BE, Money.euro(10_000), FR, Money.euro(0)),
                party -> party.equals(FR) ? "NATIONAL" : "FRONTEX");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        return flight;
    }

    private void countDown(OperationReference flight) {
        passGates(flight, 28, 7);
        onDayBefore(flight, 5);
        answersGates(flight, "gblegal2", GATES, "CONFIRMED", Map.of());
        answersGates(flight, "belegal2", GATES, "CONFIRMED", Map.of());
        onDayBefore(flight, 4);
        // Two released by a judge, one order annulled.
        takesOff(flight, "frlegal2", GATES, 3, "COURT");
        passGates(flight, 3, 2);
        onDayBefore(flight, 1);
        // Five stays of the High Court since D-2; the other cases are still being heard.
        answersGates(
                flight,
                "gblegal2",
                GATES,
                "STOP",
                Map.of("takenOff", 5L, "cause", "COURT", "why", "High Court, five stays"));
        answersGates(flight, "belegal2", GATES, "STOP", Map.of());
        answersGates(flight, "frlegal2", GATES, "CONFIRMED", Map.of());
        answersGates(flight, "rightsofficer1", GATES, "CONFIRMED", Map.of());
    }

    private void depart(OperationReference flight) {
        clock.advance(Duration.ofHours(19));
        takesOff(flight, "gblegal2", GATES, 3, "ASYLUM");
        takesOff(flight, "belegal2", GATES, 2, "DOCUMENT");
        boardingOpens(flight);
        takesOff(flight, "gblegal2", BOARDING, 1, "INTERIM_MEASURE");
        takesOff(flight, "gbdoctor", BOARDING, 1, "MEDICAL");
        steps.confirmOpenGates(flight);
        assertThatThrownBy(() -> users.as("gbescortleader")
                        .completes("userTask_countAboard", flight, Map.of("returnees", 41L, "escorts", 100L)))
                .hasRootCauseInstanceOf(BadInput.class)
                .hasStackTraceContaining("41");
        board(flight, FLOWN);
        lands(flight);
        takesOff(flight, "frdoctor", "userTask_confirmStopover", 1, "MEDICAL");
        steps.fly(flight, FLOWN);
    }

    private Map<String, String> sharesOfTheNationalItem(OperationReference flight) {
        return splits.current(flight).orElseThrow().shares().stream()
                .filter(share -> share.item() == 3)
                .collect(Collectors.toMap(share -> share.party().code(), share -> decimal(share.amount())));
    }
}
