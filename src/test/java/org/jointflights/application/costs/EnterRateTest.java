package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.british;
import static org.jointflights.application.costs.CostServices.charter;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnterRateTest {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final YearMonth MAY = YearMonth.of(2016, 5);
    private static final BigDecimal FIGURE = new BigDecimal("0.7800");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CostServices costs = new CostServices(ports);

    @BeforeEach
    void a_flight_with_a_cost_in_pounds() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        ports.user.is("frcoordinator", "FRcoordinator");
        costs.budget.add(REFERENCE, charter(Key.EQUAL));
        costs.budget.add(REFERENCE, british("Escorts", Price.withoutVat(new Money(780_000, POUND))));
    }

    @Test
    void a_rate_is_on_record_with_its_source_and_who_entered_it() {
        enter(MAY, FIGURE);

        assertThat(ports.rates.find(POUND, MAY))
                .contains(new PublishedRate(
                        new ExchangeRate(POUND, FIGURE, MAY, "ECB"), "frcoordinator", ports.clock.instant()));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.rate.entered", "0.7800", POUND, MAY, "ECB"));
    }

    @Test
    void the_same_figure_entered_meanwhile_by_somebody_else_is_taken() {
        enter(MAY, FIGURE);
        int before = ports.traces().size();
        enter(MAY, new BigDecimal("0.78"));

        assertThat(ports.rates.all()).hasSize(1);
        assertThat(ports.traces()).hasSize(before);
    }

    @Test
    void another_figure_than_that_on_record_is_refused() {
        enter(MAY, FIGURE);

        BadInput refused = refusal(BadInput.class, "costs.budget.rate.other", () -> enter(MAY, new BigDecimal("0.79")));
        assertThat(refused.field()).isEqualTo("rate");
        assertThat(refused.value()).isEqualTo("0.79");
        assertThat(ports.rates.all())
                .extracting(one -> one.rate().unitsPerEuro())
                .containsExactly(FIGURE);
    }

    @Test
    void a_rate_of_another_month_than_the_flights_is_refused() {
        BadInput refused = refusal(BadInput.class, "costs.budget.rate.month", () -> enter(MAY.plusMonths(1), FIGURE));

        assertThat(refused.field()).isEqualTo("rate");
        assertThat(refused.asSentence().arguments()).contains(MAY.toString());
        assertThat(ports.rates.all()).isEmpty();
    }

    @Test
    void a_rate_that_makes_an_amount_too_large_is_refused() {
        costs.budget.add(REFERENCE, british("Aircraft", Price.withoutVat(new Money(99_999_999_999L, POUND))));

        refusal(BadInput.class, "money.tooLarge", () -> enter(MAY, new BigDecimal("0.000000000001")));

        assertThat(ports.rates.all()).isEmpty();
    }

    @Test
    void a_figure_that_is_no_rate_is_refused() {
        refusal(BadInput.class, "money.rate.positive", () -> enter(MAY, BigDecimal.ZERO));

        assertThat(ports.rates.all()).isEmpty();
    }

    @Test
    void a_rate_of_a_currency_that_no_cost_is_in_is_taken_whatever_its_month() {
        Currency dollar = Currency.getInstance("USD");
        costs.rate.enter(REFERENCE, dollar, MAY.plusMonths(1), FIGURE, "ECB");

        assertThat(ports.rates.find(dollar, MAY.plusMonths(1))).isPresent();
    }

    private void enter(YearMonth month, BigDecimal figure) {
        costs.rate.enter(REFERENCE, POUND, month, figure, "ECB");
    }
}
