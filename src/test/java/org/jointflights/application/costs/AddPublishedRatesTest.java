package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.domain.money.ExchangeRate;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class AddPublishedRatesTest {

    private static final Currency POUND = Currency.getInstance("GBP");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final AddPublishedRates publish =
            new AddPublishedRates(ports.rates, ports.clock, new WithoutTransactions());

    @Test
    void the_rates_that_come_with_the_product_are_on_record_with_their_source() {
        publish.afterSingletonsInstantiated();

        assertThat(ports.rates.all()).hasSize(124);
        assertThat(ports.rates.find(POUND, YearMonth.of(2008, 1)))
                .contains(new PublishedRate(
                        new ExchangeRate(
                                POUND,
                                new BigDecimal("0.7348"),
                                YearMonth.of(2008, 1),
                                "InforEuro rule, derived from ECB"),
                        "system",
                        ports.clock.instant()));
    }

    @Test
    void what_somebody_entered_stays_and_nothing_is_added_twice() {
        ExchangeRate entered = new ExchangeRate(POUND, new BigDecimal("0.7"), YearMonth.of(2008, 1), "typed");
        ExchangeRate dollar =
                new ExchangeRate(Currency.getInstance("USD"), new BigDecimal("1.4"), YearMonth.of(2008, 2), "typed");
        ports.rates.add(new PublishedRate(entered, "frcoordinator", ports.clock.instant()));
        ports.rates.add(new PublishedRate(dollar, "frcoordinator", ports.clock.instant()));

        publish.afterSingletonsInstantiated();
        publish.afterSingletonsInstantiated();

        assertThat(ports.rates.all()).hasSize(125);
        assertThat(ports.rates.find(POUND, YearMonth.of(2008, 1)).orElseThrow().rate())
                .isEqualTo(entered);
        assertThat(ports.rates.find(POUND, YearMonth.of(2008, 2))).isPresent();
    }

    /** What is added is added at once. */
    private static final class WithoutTransactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
