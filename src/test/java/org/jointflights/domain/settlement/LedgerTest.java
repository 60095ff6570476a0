package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.domain.settlement.SomeAccounts.AIRCRAFT;
import static org.jointflights.domain.settlement.SomeAccounts.CATERING;
import static org.jointflights.domain.settlement.SomeAccounts.FR;
import static org.jointflights.domain.settlement.SomeAccounts.GB;
import static org.jointflights.domain.settlement.SomeAccounts.SE;
import static org.jointflights.domain.settlement.SomeAccounts.drafts;
import static org.jointflights.domain.settlement.SomeAccounts.first;
import static org.jointflights.domain.settlement.SomeAccounts.payment;
import static org.jointflights.domain.settlement.SomeAccounts.posting;
import static org.jointflights.domain.settlement.SomeAccounts.with;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.groups.Tuple;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Ledger.Pot;
import org.junit.jupiter.api.Test;

/** What the postings of a flight come to: who bears what, who owes whom, and that nothing is lost. */
class LedgerTest {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final Pot STATES = new Pot(Fund.NATIONAL, Money.EUR);
    private static final Pot FRONTEX = new Pot(Fund.FRONTEX, Money.EUR);
    private static final Ledger LEDGER = new Ledger(first());

    @Test
    void what_is_paid_and_granted_and_borne_comes_to_what_is_owed_fund_by_fund() {
        assertThat(LEDGER.balances().get(STATES))
                .containsExactly(
                        entry(FR, Money.euro(36_66)), entry(GB, Money.euro(-13_33)), entry(SE, Money.euro(-23_33)));
        assertThat(LEDGER.balances().get(FRONTEX))
                .containsExactly(entry(FR, Money.euro(40_00)), entry(Party.FRONTEX, Money.euro(-40_00)));
        assertThat(LEDGER.balances()).hasSize(2);
        assertThat(LEDGER.isEven()).isFalse();
    }

    @Test
    void whoever_has_paid_is_even_and_when_all_have_nobody_owes_anybody() {
        Posting owed = posting(1, AIRCRAFT, Fund.NATIONAL, Posting.Kind.PAID, FR, Money.euro(500));
        Posting owes = posting(2, AIRCRAFT, Fund.NATIONAL, Posting.Kind.SHARE, GB, Money.euro(-500));
        Ledger open = new Ledger(List.of(owed, owes));
        Ledger paid = new Ledger(with(open.postings(), payment(3, GB, FR, 500)));

        assertThat(open.isEven()).isFalse();
        assertThat(paid.balances()).isEmpty();
        assertThat(paid.isEven()).isTrue();
        assertThat(new Ledger(with(first(), payment(12, SE, FR, 23_33)))
                        .balances()
                        .get(STATES))
                .containsExactly(entry(FR, Money.euro(13_33)), entry(GB, Money.euro(-13_33)));
    }

    @Test
    void a_posting_without_its_counterpart_is_found_out() {
        Ledger half =
                new Ledger(List.of(posting(1, AIRCRAFT, Fund.NATIONAL, Posting.Kind.PAID, FR, new Money(500, POUND))));

        assertThat(LEDGER.sums()).isEmpty();
        assertThatCode(LEDGER::requireZero).doesNotThrowAnyException();
        assertThat(half.sums()).containsExactly(entry(new Pot(Fund.NATIONAL, POUND), new Money(500, POUND)));
        assertThatThrownBy(half::requireZero)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("add up to 5.00 GBP");
    }

    @Test
    void what_each_party_bears_of_a_claim_is_its_part_of_what_the_fund_leaves() {
        assertThat(LEDGER.shares())
                .extracting(PostedShare::claim, PostedShare::party, PostedShare::shared, PostedShare::posted)
                .containsExactly(
                        row(AIRCRAFT, FR, 60_00, 20_00),
                        row(AIRCRAFT, GB, 60_00, 20_00),
                        row(AIRCRAFT, SE, 60_00, 20_00),
                        row(CATERING, FR, 10_00, 3_34),
                        row(CATERING, GB, 10_00, 3_33),
                        row(CATERING, SE, 10_00, 3_33));
        PostedShare catering = LEDGER.shares().get(3);
        assertThat(catering.exact()).isEqualTo(BigFraction.of(1000, 3));
        assertThat(catering.part()).isEqualTo(BigFraction.of(1, 3));
        assertThat(catering.weight()).isOne();
        assertThat(catering.reason(Locale.ENGLISH))
                .isEqualTo(first().get(8).reason().in(Locale.ENGLISH))
                .isNotBlank();
    }

    @Test
    void neither_payments_nor_what_was_reversed_change_what_a_party_bears() {
        List<Posting> paid = with(first(), payment(12, SE, FR, 23_33));
        List<Posting> corrected = with(paid, new Ledger(paid).toBecome(drafts(50_00), 2));

        assertThat(new Ledger(paid).shares()).isEqualTo(LEDGER.shares());
        assertThat(new Ledger(corrected).shares())
                .extracting(PostedShare::claim, PostedShare::party, PostedShare::shared, PostedShare::posted)
                .startsWith(row(AIRCRAFT, FR, 30_00, 10_00), row(AIRCRAFT, GB, 30_00, 10_00))
                .hasSize(6);
    }

    @Test
    void the_cent_of_the_final_posting_joins_the_share_it_corrects() {
        Posting cent = posting(12, CATERING, Fund.NATIONAL, Posting.Kind.SHARE, FR, Money.euro(1));

        PostedShare share = new Ledger(with(first(), List.of(cent))).shares().get(3);

        assertThat(share.postings()).extracting(Posting::number).containsExactly(9, 12);
        assertThat(share.posted()).isEqualTo(Money.euro(3_33));
        assertThat(share.weight()).as("the share's own, for the cent has none").isOne();
    }

    @Test
    void a_claim_that_changes_is_taken_back_line_by_line_and_posted_anew_and_the_others_stay() {
        List<Posting> entries = LEDGER.toBecome(drafts(99_00), 2);

        assertThat(entries).hasSize(14).allSatisfy(entry -> {
            assertThat(entry.claim()).isEqualTo(AIRCRAFT);
            assertThat(entry.statement()).isEqualTo(2);
        });
        assertThat(entries)
                .extracting(Posting::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(12, 25).boxed().toList());
        assertThat(entries.subList(0, 7)).extracting(Posting::reverses).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(entries.get(0).amount()).isEqualTo(Money.euro(-100_00));
        assertThat(entries.subList(7, 14)).extracting(Posting::reverses).containsOnlyNulls();
        assertThat(LEDGER.toBecome(drafts(100_00), 2)).isEmpty();
    }

    private static Tuple row(long claim, Party party, long shared, long posted) {
        return tuple(claim, party, Money.euro(shared), Money.euro(posted));
    }
}
