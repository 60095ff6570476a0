package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.british;
import static org.jointflights.application.costs.CostServices.charter;
import static org.jointflights.application.costs.CostServices.euro;
import static org.jointflights.application.costs.CostServices.shared;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.domain.money.RateRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConvertCostsTest {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final Price POUNDS = Price.withoutVat(new Money(780_000, POUND));
    private static final YearMonth MAY = YearMonth.of(2016, 5);

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CostServices costs = new CostServices(ports);

    @BeforeEach
    void a_flight_whose_costs_are_entered() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
    }

    @Test
    void pounds_become_euro_at_the_rate_of_the_real_months_flight() throws RateMissing {
        costs.budget.add(REFERENCE, british("Escorts", POUNDS));
        publish(MAY.minusMonths(1), "0.7");
        publish(MAY, "0.78");

        costs.convert.convert(REFERENCE);

        CostItem item = ports.budgets.get(REFERENCE, 1).item();
        assertThat(item.amount()).isEqualTo(Money.euro(1_000_000));
        assertThat(item.conversion().rule()).isEqualTo(RateRule.MONTH_OF_FLIGHT);
        assertThat(item.conversion().rates()).extracting(ExchangeRate::month).containsExactly(MAY);
        assertThat(item.label()).isEqualTo("1 Escorts");
        assertThat(item.sharers()).containsExactly(GB);
    }

    @Test
    void while_a_rate_is_missing_nothing_is_converted() {
        costs.budget.add(REFERENCE, charter(Key.EQUAL));
        costs.budget.add(REFERENCE, british("Escorts", POUNDS));
        List<BudgetLine> before = ports.budgets.of(REFERENCE);

        assertThatThrownBy(() -> costs.convert.convert(REFERENCE))
                .isInstanceOfSatisfying(RateMissing.class, missing -> {
                    assertThat(missing.currency()).isEqualTo(POUND);
                    assertThat(missing.month()).isEqualTo(MAY);
                });
        assertThat(ports.budgets.of(REFERENCE)).isEqualTo(before);
    }

    @Test
    void where_the_payer_has_dropped_out_the_organiser_pays() throws RateMissing {
        costs.budget.add(REFERENCE, shared("Buses", GB, Set.of(FR, GB)));
        leaves(GB);

        costs.convert.convert(REFERENCE);

        assertThat(ports.budgets.get(REFERENCE, 1).item().payer()).isEqualTo(FR);
        assertThat(ports.budgets.get(REFERENCE, 1).item().sharers()).containsExactly(FR);
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.item.payer", GB, FR, 1, "Buses"));
    }

    @Test
    void who_takes_part_now_shares_what_all_share() throws RateMissing {
        costs.budget.add(REFERENCE, charter(Key.PER_RETURNEE));
        int before = ports.traces().size();
        ports.participations.put(
                ports.participations.get(REFERENCE, ES).declared(BRITISH, "CDG", null, ports.clock.instant()));

        costs.convert.convert(REFERENCE);

        assertThat(ports.budgets.get(REFERENCE, 1).item().sharers()).containsExactly(ES, FR, GB);
        assertThat(ports.budgets.get(REFERENCE, 1).item().key()).isEqualTo(Key.PER_RETURNEE);
        assertThat(ports.budgets.get(REFERENCE, 1).item().category()).isEqualTo(CostCategory.CHARTER);
        assertThat(ports.traces()).hasSize(before);
    }

    @Test
    void a_line_whose_sharers_have_all_dropped_out_is_left_out_and_that_is_told_once() throws RateMissing {
        costs.budget.add(REFERENCE, british("Escorts", euro(500)));
        Participation gb = ports.participations.get(REFERENCE, GB);
        leaves(GB);

        costs.convert.convert(REFERENCE);
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.ITEM_LEFT_OUT);
        costs.convert.convert(REFERENCE);

        assertThat(ports.budgets.get(REFERENCE, 1).leftOut()).isTrue();
        assertThat(ports.budgets.get(REFERENCE, 1).item().sharers()).containsExactly(GB);
        assertThat(ports.happened())
                .containsExactly(TrailEvent.ITEM_ADDED, TrailEvent.ITEM_PAYER, TrailEvent.ITEM_LEFT_OUT);
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.item.leftOut", 1, "Escorts"));

        ports.participations.put(gb);
        costs.convert.convert(REFERENCE);
        assertThat(ports.budgets.get(REFERENCE, 1).leftOut()).isFalse();
    }

    private void leaves(Party party) {
        ports.participations.put(ports.participations
                .get(REFERENCE, party)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE));
    }

    private void publish(YearMonth month, String unitsPerEuro) {
        ports.rates.add(new PublishedRate(
                new ExchangeRate(POUND, new BigDecimal(unitsPerEuro), month, "ECB"), "system", ports.clock.instant()));
    }
}
