package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.costs.PublishedRate;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Voucher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnterClaimsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 4, 20);
    private static final Currency POUND = Currency.getInstance("GBP");

    private final SettlementServices services = new SettlementServices();
    private final EnterClaims enter = services.enter;

    @BeforeEach
    void the_french_enter_their_costs() {
        services.as("frfinance1");
    }

    @Test
    void a_party_claims_what_it_was_to_pay_or_is_its_own() {
        assertThat(enter.plannedFor(REFERENCE, FR)).extracting(CostItem::label).containsExactly("2 Coach", "3 Doctor");
        assertThat(enter.plannedFor(REFERENCE, GB))
                .extracting(CostItem::label)
                .containsExactly("1 Charter", "3 Doctor");
        assertThat(enter.plannedFor(REFERENCE, FX)).isEmpty();
    }

    @Test
    void a_planned_cost_has_its_own_category() {
        Claim claim = enter.enter(REFERENCE, FR, services.planned(2, Money.euro(1), "V-1"));

        Claim expected = new Claim(
                1,
                REFERENCE,
                FR,
                Claim.Kind.COST,
                2,
                CostCategory.GROUND_TRANSPORT,
                "Invoice",
                Money.euro(1),
                new Voucher("V-1", DAY),
                "frfinance1",
                Instant.parse("2027-05-01T09:00:00Z"),
                null,
                null,
                null);
        assertThat(claim).isEqualTo(expected);
        assertThat(services.claims.of(REFERENCE)).containsExactly(expected);
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_CLAIMED, FR, List.of(FR, Money.euro(1), "Invoice", 1L));
    }

    @Test
    void a_cost_of_the_party_alone_names_one() {
        assertThat(enter.enter(REFERENCE, FR, own(CostCategory.CATERING, Money.euro(1)))
                        .category())
                .isEqualTo(CostCategory.CATERING);

        BadInput refused = refusal(
                BadInput.class,
                "settlement.category.missing",
                () -> enter.enter(REFERENCE, FR, own(null, Money.euro(1))));
        assertThat(refused.field()).isEqualTo("category");
        assertThat(services.claims.of(REFERENCE)).hasSize(1);
    }

    @Test
    void nobody_claims_what_others_were_to_pay() {
        BadInput refused = refusal(
                BadInput.class,
                "settlement.item.notYours",
                () -> enter.enter(REFERENCE, FR, services.planned(1, Money.euro(1), "V-1")));

        assertThat(refused.field()).isEqualTo("item");
        assertThat(refused.asSentence().arguments()).endsWith(FR.toString(), "2 Coach, 3 Doctor");
        assertThat(services.claims.of(REFERENCE)).isEmpty();
        assertThat(services.ports.trail.of(REFERENCE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, settlement.amount.positive",
        "-1, settlement.amount.positive",
        "100000000000, settlement.amount.most"
    })
    void an_amount_is_above_zero_and_below_a_billion(long cents, String code) {
        BadInput refused = refusal(
                BadInput.class, code, () -> enter.enter(REFERENCE, FR, own(CostCategory.OTHER, Money.euro(cents))));

        assertThat(refused.field()).isEqualTo("amount");
        assertThat(services.claims.of(REFERENCE)).isEmpty();
    }

    @Test
    void just_below_a_billion_is_taken() {
        enter.enter(REFERENCE, FR, own(CostCategory.OTHER, Money.euro(99_999_999_999L)));

        assertThat(services.claims.of(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-05-01", "2025-04-20"})
    void a_voucher_is_of_today_or_of_the_two_years_before_the_flight(LocalDate date) {
        enter.enter(REFERENCE, FR, own(new Voucher("V-1", date)));

        assertThat(services.claims.of(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2027-05-02, settlement.date.future, 2027-05-01", "2025-04-19, settlement.date.early, 2025-04-20"})
    void one_of_later_or_long_before_is_refused(LocalDate date, String code, LocalDate bound) {
        BadInput refused =
                refusal(BadInput.class, code, () -> enter.enter(REFERENCE, FR, own(new Voucher("V-1", date))));

        assertThat(refused.field()).isEqualTo("voucherDate");
        assertThat(refused.asSentence().arguments()).endsWith(bound.toString());
        assertThat(services.claims.of(REFERENCE)).isEmpty();
    }

    @Test
    void one_invoice_is_paid_once() {
        enter.enter(REFERENCE, FR, own(new Voucher("V-1", DAY)));

        BadInput refused = refusal(
                BadInput.class,
                "settlement.voucher.twice",
                () -> enter.enter(REFERENCE, FR, own(new Voucher("v-1", DAY))));

        assertThat(refused.field()).isEqualTo("voucherNumber");
        assertThat(refused.asSentence().arguments()).endsWith("1");
        assertThat(services.claims.of(REFERENCE)).hasSize(1);
    }

    @Test
    void another_day_party_or_number_is_another_invoice_and_a_withdrawn_one_does_not_count() {
        enter.enter(REFERENCE, FR, own((Voucher) null));
        enter.enter(REFERENCE, FR, own(new Voucher("V-1", DAY)));
        enter.enter(REFERENCE, FR, own(new Voucher("V-1", DAY.plusDays(1))));
        enter.enter(REFERENCE, FR, own(new Voucher("V-2", DAY)));
        enter.enter(REFERENCE, GB, own(new Voucher("V-1", DAY)));
        services.claims.withdrawn(2, "Wrong amount.");
        enter.enter(REFERENCE, FR, own(new Voucher("V-1", DAY)));

        assertThat(services.claims.of(REFERENCE)).hasSize(6);
        assertThat(enter.of(REFERENCE, FR)).extracting(Claim::id).containsExactly(1L, 3L, 4L, 6L);
        assertThat(enter.withdrawn(REFERENCE, FR)).extracting(Claim::id).containsExactly(2L);
        assertThat(enter.withdrawn(REFERENCE, GB)).isEmpty();
    }

    @Test
    void a_flight_has_at_most_five_hundred_claims() {
        for (int i = 0; i < 500; i++) {
            enter.enter(REFERENCE, FR, own(CostCategory.OTHER, Money.euro(1)));
        }

        BadInput refused = refusal(
                BadInput.class,
                "settlement.claims.tooMany",
                () -> enter.enter(REFERENCE, FR, own(CostCategory.OTHER, Money.euro(1))));

        assertThat(refused.asSentence().arguments()).endsWith("500");
        assertThat(services.claims.of(REFERENCE)).hasSize(500);
    }

    @Test
    void a_party_that_has_nothing_further_to_claim_is_asked_no_more() {
        services.statements.askToClaim(REFERENCE, List.of(FR, GB));
        enter.enter(REFERENCE, FR, own(CostCategory.OTHER, Money.euro(1)));
        enter.enter(REFERENCE, GB, own(CostCategory.OTHER, Money.euro(1)));

        enter.complete(REFERENCE, FR);

        assertThat(services.statements.askedToClaim(REFERENCE)).containsExactly(GB);
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_CLAIMS_COMPLETE, FR, List.of(FR, 1L));
    }

    @Test
    void claims_are_turned_into_euro_by_the_rate_of_the_month_of_the_real_flight() throws RateMissing {
        enter.enter(REFERENCE, GB, own(CostCategory.OTHER, new Money(7_800, POUND)));
        enter.enter(REFERENCE, FR, own(CostCategory.OTHER, Money.euro(5)));
        enter.enter(REFERENCE, GB, own(CostCategory.OTHER, new Money(1, Currency.getInstance("INR"))));
        services.claims.withdrawn(3, "Wrong currency.");
        rate("0.7800");

        services.convert.convert(REFERENCE);

        assertThat(services.claims.get(1).euro()).isEqualTo(Money.euro(10_000));
        assertThat(services.claims.get(2).euro()).isEqualTo(Money.euro(5));
        assertThat(services.claims.get(3).conversion()).isNull();
    }

    @Test
    void what_was_converted_before_stays() throws RateMissing {
        enter.enter(REFERENCE, FR, own(CostCategory.OTHER, Money.euro(5)));
        services.convert.convert(REFERENCE);
        var first = services.claims.get(1).conversion();

        services.convert.convert(REFERENCE);

        assertThat(services.claims.get(1).conversion()).isSameAs(first);
    }

    @Test
    void where_a_rate_is_missing_nothing_is_converted() {
        enter.enter(REFERENCE, FR, own(CostCategory.OTHER, Money.euro(5)));
        enter.enter(REFERENCE, GB, own(CostCategory.OTHER, new Money(7_800, POUND)));

        assertThatThrownBy(() -> services.convert.convert(REFERENCE)).isInstanceOf(RateMissing.class);

        assertThat(services.claims.of(REFERENCE)).extracting(Claim::conversion).containsOnlyNulls();
    }

    private void rate(String unitsPerEuro) {
        services.ports.rates.add(new PublishedRate(
                new ExchangeRate(POUND, new BigDecimal(unitsPerEuro), YearMonth.of(2015, 4), "InforEuro"),
                "gbcoordinator",
                Instant.parse("2027-05-01T09:00:00Z")));
    }

    private static NewClaim own(@Nullable CostCategory category, Money amount) {
        return new NewClaim(null, category, "Sandwiches", amount, null);
    }

    private static NewClaim own(@Nullable Voucher voucher) {
        return new NewClaim(null, CostCategory.OTHER, "Sandwiches", Money.euro(1), voucher);
    }
}
