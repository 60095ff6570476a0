package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.costs.Rates;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.settlement.SettlementServices;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.process.example.ExampleSteps.Line;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Scenario A of the domain dossier, section 5: France takes people of four states by way of Stansted and Madrid to Lagos
 * on 17 March 2016. All figures are assumed there; the rate of 0.7800 too.
 */
class ScenarioATest extends FlightCase {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final Money CHARTER = Money.euro(26_200_000);
    private static final Map<Party, Seats> DECLARED = Map.of(
            FR, new Seats(14, 26, 2, 1, 1, 0),
            GB, new Seats(22, 38, 0, 0, 0, 0),
            ES, new Seats(24, 40, 0, 0, 0, 0),
            SE, new Seats(5, 9, 0, 0, 0, 0));
    private static final Map<Party, Seats> FLOWN = Map.of(
            FR, new Seats(12, 26, 2, 1, 1, 0),
            GB, new Seats(18, 38, 0, 0, 0, 0),
            ES, new Seats(20, 40, 0, 0, 0, 0),
            SE, new Seats(4, 9, 0, 0, 0, 0));

    @Autowired
    Postings postings;

    @Autowired
    Rates rates;

    @Test
    void is_payable_to_the_cent_and_settled_until_it_is_closed() {
        List<Line> budget = budget("LEG_SHARE_BY_SEATS");
        OperationReference flight = flownAndClaimed(budget, WithdrawalRule.COMMITTED);
        certifies(flight, Map.of(), eligible());

        assertThat(payable(flight))
                .containsOnly(
                        Map.entry("FR", "289900.00"),
                        Map.entry("GB", "18179.49"),
                        Map.entry("SE", "26000.00"),
                        Map.entry("FX", "1250.00"));
        assertThat(totalPayable(flight)).isEqualTo("335329.49");
        assertThat(decimal(SettlementServices.paid(accounts.of(flight)))).isEqualTo("354249.49");
        assertThat(borne(flight)).containsEntry("SE", "1920.00").containsEntry("ES", "17000.00");

        settles(flight);
        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
        assertThat(accounts.of(flight).ledger().isEven()).isTrue();
        assertThat(rates.find(POUND, YearMonth.of(2016, 3)))
                .hasValueSatisfying(rate -> assertThat(rate.enteredBy()).isEqualTo("frcoordinator"));
    }

    /** The other keys and rules of the dossier's table are split in {@code SettlementScenariosTest}. */
    @Test
    void what_a_grant_of_80_per_cent_leaves_of_the_charter_is_split_by_the_key_and_the_rule_that_were_signed() {
        WithdrawalRule rule = WithdrawalRule.USED;
        OperationReference flight = flownAndClaimed(budget("PER_RETURNEE"), rule);
        Claim charter = claim(flight, CHARTER);
        certifies(
                flight,
                Map.of(
                        charter.id(),
                        Map.of(
                                "decision",
                                "PARTLY",
                                "eligibleAmount",
                                "209,600.00",
                                "voucherChecked",
                                "YES",
                                "reason",
                                "80 per cent of the charter")),
                eligible());

        assertThat(residual(flight, charter))
                .containsOnly(
                        Map.entry(FR, "11644.44"),
                        Map.entry(GB, "17466.67"),
                        Map.entry(ES, "19407.41"),
                        Map.entry(SE, "3881.48"));

        assertThat(accounts.of(flight).rule()).isEqualTo(rule);

        settles(flight);
        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
    }

    private Map<Party, String> residual(OperationReference flight, Claim charter) {
        return postings.of(flight).stream()
                .filter(posting -> posting.kind() == Posting.Kind.SHARE)
                .filter(posting -> Long.valueOf(charter.id()).equals(posting.claim()))
                .collect(Collectors.toMap(
                        Posting::party, posting -> decimal(posting.amount().negated())));
    }

    private static List<Line> budget(String key) {
        return List.of(
                common("CHARTER", 26_200_000, FR, key),
                direct("HANDLING", 980_000, FR),
                direct("MEDICAL", 360_000, FR),
                direct("ESCORTS", 1_040_000, FR),
                direct("INTERPRETER", 90_000, FR),
                direct("ADVANCE_PARTY", 320_000, FR),
                Line.direct("ESCORTS", "escorts and transport", new Money(1_418_000, POUND), GB),
                direct("ESCORTS", 1_700_000, ES),
                direct("CONNECTING_FLIGHT", 2_450_000, SE),
                direct("ESCORTS", 342_000, SE),
                direct("FRONTEX_MISSION", 125_000, FX));
    }

    private OperationReference flownAndClaimed(List<Line> budget, WithdrawalRule rule) {
        on("2016-01-07T09:00:00Z");
        OperationReference flight =
                proposed(FR, "Nigeria", "CDG, STN, MAD", "LOS", "2016-03-17 11:00", 200, "GB, ES, SE");
        on("2016-01-20T09:00:00Z");
        steps.takesPart(flight, FR, DECLARED.get(FR), "CDG", "LOS");
        steps.takesPart(flight, GB, DECLARED.get(GB), "STN", "LOS");
        steps.takesPart(flight, ES, DECLARED.get(ES), "MAD", "LOS");
        steps.takesPart(flight, SE, DECLARED.get(SE), "CDG", "LOS");
        on("2016-01-28T09:00:00Z");
        steps.plan(flight, "Category-1 carrier", CHARTER, 200, "CGLPL", rule);
        steps.budget(flight, budget);
        rateIfMissing(flight, "0.7800");
        steps.acceptShares(flight, Set.of());
        on("2016-02-04T09:00:00Z");
        steps.ceilings(
                flight,
                Map.of(
                        FR, Money.euro(29_500_000),
                        GB, Money.euro(2_000_000),
                        ES, Money.euro(0),
                        SE, Money.euro(2_600_000)),
                party -> party.equals(ES) ? "NATIONAL" : "FRONTEX");
        on("2016-02-11T09:00:00Z");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        fly(flight);
        on("2016-05-16T09:00:00Z");
        everybodyClaims(flight, budget);
        on("2016-06-15T09:00:00Z");
        return flight;
    }

    private void fly(OperationReference flight) {
        passGates(flight, 28, 7);
        onDayBefore(flight, 5);
        takesOff(flight, "frlegal2", "userTask_confirmGates", 2, "COURT");
        takesOff(flight, "gblegal2", "userTask_confirmGates", 2, "COURT");
        takesOff(flight, "eslegal2", "userTask_confirmGates", 1, "ASYLUM");
        steps.confirmOpenGates(flight);
        passGates(flight, 3, 2);
        onDayBefore(flight, 1);
        takesOff(flight, "eslegal2", "userTask_confirmGates", 2, "DOCUMENT");
        takesOff(flight, "selegal2", "userTask_confirmGates", 1, "DOCUMENT");
        takesOff(flight, "gblegal2", "userTask_confirmGates", 1, "OTHER");
        steps.confirmOpenGates(flight);
        boardingOpens(flight);
        board(flight, FLOWN);
        lands(flight);
        takesOff(flight, "gbdoctor", "userTask_confirmStopover", 1, "MEDICAL");
        flyOn(flight, FLOWN);
        lands(flight);
        takesOff(flight, "esdoctor", "userTask_confirmStopover", 1, "MEDICAL");
        steps.fly(flight, FLOWN);

        assertThat(flown.of(flight)).isEqualTo(FLOWN);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
    }
}
