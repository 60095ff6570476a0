package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.settlement.SomeAccounts.FR;
import static org.jointflights.domain.settlement.SomeAccounts.GB;
import static org.jointflights.domain.settlement.SomeAccounts.REFERENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.jointflights.domain.settlement.Transfer.Paid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is claimed, until it is withdrawn, and what is owed, until it is settled. */
class ClaimTest {

    private static final Instant NOW = Instant.parse("2027-06-01T10:00:00Z");
    private static final Money AMOUNT = Money.euro(1_250_50);
    private static final Conversion EURO = new Conversion(AMOUNT, AMOUNT, RateRule.MONTH_OF_FLIGHT, List.of());

    @Test
    void a_claim_counts_until_it_is_withdrawn() {
        assertThat(claim(Claim.Kind.COST, EURO, null).counts()).isTrue();
        assertThat(claim(Claim.Kind.COST, EURO, "It was paid twice.").counts()).isFalse();
    }

    @Test
    void a_claim_has_its_euro_once_it_is_converted() {
        assertThat(claim(Claim.Kind.COST, EURO, null).euro()).isEqualTo(AMOUNT);
        assertThatThrownBy(() -> claim(Claim.Kind.COST, null, null).euro())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("claim 17 is not converted yet");
    }

    @Test
    void a_cost_is_called_as_it_was_typed_and_a_penalty_by_the_carrier_that_asks_for_it() {
        Claim cost = claim(Claim.Kind.COST, EURO, null);
        Claim penalty = claim(Claim.Kind.PENALTY, EURO, null);

        assertThat(cost.described().in(Locale.ENGLISH)).isEqualTo("Air One");
        assertThat(cost.evidence().in(Locale.ENGLISH)).isEqualTo("R 42");
        assertThat(cost.label()).isEqualTo("17 Air One");
        assertThat(penalty.described().in(Locale.ENGLISH)).isEqualTo("Cancellation fee of Air One");
        assertThat(penalty.evidence().in(Locale.ENGLISH)).isEqualTo("Charter contract with R 42");
    }

    @Test
    void a_transfer_is_open_until_it_is_settled() {
        Transfer open = new Transfer(1, REFERENCE, Fund.NATIONAL, GB, FR, AMOUNT, null);
        Paid paid = new Paid(LocalDate.of(2027, 6, 1), "FT 17", "frfinance", NOW);

        assertThat(open.isOpen()).isTrue();
        assertThat(new Transfer(1, REFERENCE, Fund.NATIONAL, GB, FR, AMOUNT, paid).isOpen())
                .isFalse();
    }

    private static Claim claim(Claim.Kind kind, @Nullable Conversion conversion, @Nullable String withdrawnFor) {
        return new Claim(
                17,
                REFERENCE,
                FR,
                kind,
                null,
                CostCategory.CHARTER,
                "Air One",
                AMOUNT,
                new Voucher("R 42", LocalDate.of(2027, 5, 20)),
                "frfinance",
                NOW,
                conversion,
                null,
                withdrawnFor);
    }
}
