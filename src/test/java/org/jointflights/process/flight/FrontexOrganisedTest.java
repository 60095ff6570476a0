package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleSteps.Line;
import org.junit.jupiter.api.Test;

/** A flight that Frontex organises and pays for, with people of Spain and Sweden, from the proposal to closed accounts. */
class FrontexOrganisedTest extends FlightCase {

    private static final Money CHARTER = Money.euro(4_000_000);
    private static final Map<Party, Seats> DECLARED = Map.of(
            ES, new Seats(12, 14, 1, 1, 1, 0),
            SE, new Seats(8, 10, 0, 0, 0, 0));

    @Test
    void frontex_proposes_contracts_flies_and_settles_it() {
        List<Line> budget =
                List.of(common("CHARTER", 4_000_000, FX, "LEG_SHARE_BY_SEATS"), direct("ESCORTS", 300_000, SE));
        OperationReference flight = users.as("fxcoordinator")
                .proposes(Map.of(
                        "organiser", "FX",
                        "type", "FRONTEX",
                        "destination", "Albania",
                        "embarkations", "MAD",
                        "destinations", "TIA",
                        "departure", "2027-05-20 09:30",
                        "capacity", 60L,
                        "invited", "ES, SE"));
        steps.takesPart(flight, ES, DECLARED.get(ES), "MAD", "");
        steps.takesPart(flight, SE, DECLARED.get(SE), "MAD", "");
        steps.plan(flight, "Air One", CHARTER, 60, "Defensor del Pueblo");
        steps.budget(flight, budget);
        steps.acceptShares(flight, Set.of());
        steps.ceilings(flight, Map.of(ES, Money.euro(0), SE, Money.euro(0)), party -> "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        passGates(flight, 28, 1);
        boardingOpens(flight);
        steps.fly(flight, DECLARED);
        assertThat(flights.get(flight).type()).isEqualTo(FlightType.FRONTEX);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        on("2027-07-19T09:00:00Z");
        everybodyClaims(flight, budget);
        certifies(flight, Map.of(), eligible());
        settles(flight);
        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
    }
}
