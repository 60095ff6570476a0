package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.weighted;
import static org.jointflights.domain.costs.Flights.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.ExchangeRates;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.domain.money.RateRule;
import org.junit.jupiter.api.Test;

/** What is sent, kept and signed of a cost item: no digit and no name is lost, and nothing is said that is not so. */
class CostFactsTest {

    private static final CostItem CHARTER = item("charter", 1_234_50, Key.PER_RETURNEE, "FR", "GB", "FR");

    @Test
    void a_plain_item_is_its_number_names_amount_and_key() {
        assertThat(CostFacts.of(CHARTER))
                .containsExactly(
                        Map.entry("id", 1L),
                        Map.entry("description", "charter"),
                        Map.entry("category", "CHARTER"),
                        Map.entry("amount", "1234.50"),
                        Map.entry("payer", "FR"),
                        Map.entry("sharers", List.of("FR", "GB")),
                        Map.entry("key", "PER_RETURNEE"));
    }

    @Test
    void agreed_weights_and_limits_stand_by_party() {
        CostItem weighted = weighted(CHARTER, Map.of(party("FR"), 1L, party("GB"), 2L));

        assertThat(CostFacts.of(weighted))
                .containsEntry("key", "CUSTOM")
                .containsEntry("customWeights", Map.of("FR", 1L, "GB", 2L))
                .doesNotContainKeys("limits", "conversion");
        assertThat(CostFacts.of(within(CHARTER, Map.of(party("GB"), atMost(Money.euro(100_00))))))
                .containsEntry("limits", Map.of("GB", Map.of("floor", "0.00", "cap", "100.00")))
                .doesNotContainKeys("customWeights", "conversion");
    }

    @Test
    void what_came_from_another_currency_tells_its_rates_as_they_were_published() throws RateMissing {
        Currency pound = Currency.getInstance("GBP");
        ExchangeRate rate = new ExchangeRate(pound, new BigDecimal("0.7800"), YearMonth.of(2016, 3), "InforEuro");
        Conversion conversion = new ExchangeRates(List.of(rate))
                .toEuro(
                        new Money(78_00, pound),
                        RateRule.MONTH_OF_FLIGHT,
                        RateRule.Dates.ofFlight(LocalDate.of(2016, 3, 17)));

        CostItem converted = CHARTER.converted(conversion);

        assertThat(CostFacts.of(converted))
                .containsEntry("amount", "100.00")
                .containsEntry(
                        "conversion",
                        Map.of(
                                "amount",
                                "78.00",
                                "currency",
                                "GBP",
                                "rule",
                                "MONTH_OF_FLIGHT",
                                "rates",
                                List.of(Map.of("month", "2016-03", "unitsPerEuro", "0.7800", "source", "InforEuro"))));
        assertThat(converted.of(Money.euro(1)).conversion())
                .as("what a grant leaves is no longer what was converted")
                .isNull();
    }
}
