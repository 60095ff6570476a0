package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.people.SomebodySignedIn;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.RateChanges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published file of rates: what is added, what is told, and what is refused before anything is. */
class EnterRateFileTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final String FEBRUARY = """
            [{"country":"United Kingdom","currency":"Pound sterling","isoA3Code":"GBP","isoA2Code":"GB","value":0.8662,"comment":null},
             {"country":"Austria","currency":"Euro","isoA3Code":"EUR","isoA2Code":"AT","value":1,"comment":null},
             {"country":"Sweden","currency":"Krona","isoA3Code":"SEK","isoA2Code":"SE","value":11.29600,"comment":null},
             {"country":"Somewhere","currency":"None","isoA3Code":"XDR","isoA2Code":"XX","value":1.25,"comment":null},
             {"country":"Guernsey","currency":"Pound sterling","isoA3Code":"GBP","isoA2Code":"GG","value":0.8662,"comment":null}]
            """;

    private final Rates rates = new InMemoryRates();
    private final SomebodySignedIn actor = new SomebodySignedIn();
    private final EnterRateFile file =
            new EnterRateFile(rates, actor, Clock.fixed(Instant.parse("2026-02-10T09:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void a_manager_and_a_rate_of_january() {
        actor.is("manager1", "manager");
        rates.add(new PublishedRate(rate("0.8712", 1), "system", Instant.EPOCH));
    }

    @Test
    void a_file_of_one_month_adds_every_currency_once_with_the_figure_as_published() {
        RateChanges changes = file.enter(FEBRUARY, YearMonth.of(2026, 2), false);

        assertThat(changes.fresh())
                .extracting(ExchangeRate::currency)
                .containsExactly(GBP, Currency.getInstance("SEK"));
        assertThat(rates.find(GBP, YearMonth.of(2026, 2)).orElseThrow()).satisfies(published -> {
            assertThat(published.rate().unitsPerEuro()).isEqualTo(new BigDecimal("0.8662"));
            assertThat(published.rate().source()).startsWith("InforEuro, SHA-256 ");
            assertThat(published.enteredBy()).isEqualTo("manager1");
        });
        assertThat(changes.gaps()).isEmpty();
        assertThat(file.enter(FEBRUARY, YearMonth.of(2026, 2), false)).satisfies(again -> {
            assertThat(again.fresh()).isEmpty();
            assertThat(again.same()).isEqualTo(2);
        });
    }

    @Test
    void a_file_of_one_currency_tells_the_months_that_are_missing() {
        RateChanges changes = file.enter("""
                [{"currencyIso":"GBP","refCurrencyIso":"EUR","amount":0.8719,"dateStart":"01/03/2026","dateEnd":"31/03/2026"},
                 {"currencyIso":"GBP","refCurrencyIso":"EUR","amount":0.8801,"dateStart":"01/11/2025","dateEnd":"30/11/2025"}]
                """, null, false);

        assertThat(changes.fresh())
                .extracting(ExchangeRate::month)
                .containsExactly(YearMonth.of(2025, 11), YearMonth.of(2026, 3));
        assertThat(changes.gaps())
                .containsExactlyInAnyOrder(
                        new RateChanges.Gap(GBP, YearMonth.of(2025, 12), YearMonth.of(2025, 12)),
                        new RateChanges.Gap(GBP, YearMonth.of(2026, 2), YearMonth.of(2026, 2)));
    }

    @Test
    void a_jump_is_taken_only_once_somebody_says_that_they_have_compared_it() {
        String inverse = FEBRUARY.replace("0.8662", "1.1545");
        assertThatThrownBy(() -> file.enter(inverse, YearMonth.of(2026, 2), false))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.sentence(Locale.ENGLISH))
                                .contains("GBP 2026-01 0.8712 → 2026-02 1.1545 (32.5 %)"));
        assertThat(rates.all()).as("nothing is added").hasSize(1);

        assertThat(file.enter(inverse, YearMonth.of(2026, 2), true).jumps()).hasSize(1);
        assertThat(rates.all()).hasSize(3);
    }

    @Test
    void another_figure_than_the_one_on_record_is_refused_and_so_is_the_whole_file() {
        assertThatThrownBy(() -> file.enter(FEBRUARY, YearMonth.of(2026, 1), true))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.sentence(Locale.ENGLISH)).contains("0.8712", "GBP", "2026-01"));
        assertThatThrownBy(() -> file.enter(
                        FEBRUARY.replace("\"GG\",\"value\":0.8662", "\"GG\",\"value\":0.8663"),
                        YearMonth.of(2026, 2),
                        true))
                .isInstanceOf(BadInput.class);
        assertThat(rates.all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "nothing",
                "[{\"isoA3Code\":\"GBP\",\"value\":\"0.86\"}]",
                "[{\"isoA3Code\":\"GBP\",\"value\":-1}]",
                "[{\"isoA3Code\":\"XDR\",\"value\":1.2}]",
                "[{\"currencyIso\":\"GBP\",\"amount\":0.86,\"dateStart\":\"31/13/2026\"}]"
            })
    void what_is_no_such_file_is_refused(String text) {
        assertThatThrownBy(() -> file.enter(text, YearMonth.of(2026, 2), true)).isInstanceOf(BadInput.class);
        assertThat(rates.all()).hasSize(1);
    }

    @Test
    void a_month_is_asked_for_and_must_not_lie_ahead() {
        assertThatThrownBy(() -> file.enter(FEBRUARY, null, true)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> file.enter(FEBRUARY, YearMonth.of(2026, 4), true))
                .isInstanceOf(BadInput.class);
        assertThat(file.enter(FEBRUARY, YearMonth.of(2026, 3), true).fresh()).hasSize(2);
    }

    @Test
    void only_managers_and_the_finance_of_frontex_enter_files() {
        for (String group : List.of("FRfinance", "auditor", "FXcoordinator")) {
            actor.is("somebody", group);
            assertThatThrownBy(() -> file.enter(FEBRUARY, YearMonth.of(2026, 2), true))
                    .isInstanceOf(NotYours.class);
        }
        actor.is("fxfinance1", "FXfinance");
        assertThat(file.enter(FEBRUARY, YearMonth.of(2026, 2), true).fresh()).hasSize(2);
    }

    private static ExchangeRate rate(String units, int month) {
        return new ExchangeRate(GBP, new BigDecimal(units), YearMonth.of(2026, month), "known");
    }
}
