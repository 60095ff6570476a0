package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two vouchers are one, and what an invoice says against a claim. */
class VoucherMarkTest {

    private static final Party FR = new Party("FR");
    private static final LocalDate DAY = LocalDate.of(2027, 5, 25);
    private static final Money AMOUNT = Money.euro(26_200_000);

    @ParameterizedTest
    @CsvSource({"R-2027/0042, r 2027 0042", "INV 7, inv.7", "№ 5, №5", "---, ---"})
    void a_number_is_the_same_however_it_is_written(String one, String other) {
        assertThat(VoucherMark.of(claim(FR, one, DAY, AMOUNT)))
                .hasSize(1)
                .isEqualTo(VoucherMark.of(claim(FR, other, DAY, AMOUNT)));
    }

    @Test
    void another_number_day_amount_or_claimant_is_another_voucher() {
        List<VoucherMark> one = VoucherMark.of(claim(FR, "R 1", DAY, AMOUNT));

        assertThat(VoucherMark.of(claim(FR, "R 2", DAY, AMOUNT))).isNotEqualTo(one);
        assertThat(VoucherMark.of(claim(FR, "R 1", DAY.plusDays(1), AMOUNT))).isNotEqualTo(one);
        assertThat(VoucherMark.of(claim(FR, "R 1", DAY, Money.euro(1)))).isNotEqualTo(one);
        assertThat(VoucherMark.of(claim(new Party("GB"), "R 1", DAY, AMOUNT))).isNotEqualTo(one);
        assertThat(VoucherMark.of(claim(FR, null, DAY, AMOUNT))).isEmpty();
    }

    /** Carriers count from 1 each: it is said, and stops nobody. */
    @Test
    void the_same_number_and_day_of_another_claimant_or_amount_is_alike_and_no_proof() {
        List<VoucherMark> one = VoucherMark.alike(claim(FR, "R-1", DAY, AMOUNT));

        assertThat(one).singleElement().matches(mark -> !mark.proves());
        assertThat(VoucherMark.of(claim(FR, "R-1", DAY, AMOUNT)))
                .singleElement()
                .matches(VoucherMark::proves);
        assertThat(VoucherMark.alike(claim(new Party("GB"), "r 1", DAY, Money.euro(1))))
                .isEqualTo(one);
        assertThat(VoucherMark.alike(claim(FR, "R-1", DAY.plusDays(1), AMOUNT))).isNotEqualTo(one);
        assertThat(VoucherMark.alike(claim(FR, "R-2", DAY, AMOUNT))).isNotEqualTo(one);
        assertThat(VoucherMark.alike(claim(FR, null, DAY, AMOUNT))).isEmpty();
    }

    /** Whoever claims it, and however the file came about. */
    @Test
    void an_invoice_is_known_by_its_seller_too() {
        ElectronicInvoice invoice = new ElectronicInvoice("R 1", DAY, AMOUNT, null, "FR 123");

        List<VoucherMark> one = VoucherMark.of(file("a"), invoice);
        assertThat(one).hasSize(2);
        assertThat(VoucherMark.of(file("b"), invoice)).hasSize(2).containsAnyElementsOf(one);
        assertThat(VoucherMark.of(file("b"), new ElectronicInvoice("R 1", DAY, AMOUNT, null, "FR 124")))
                .doesNotContainAnyElementsOf(one);
        assertThat(VoucherMark.of(file("a"), null)).hasSize(1).containsAnyElementsOf(one);
        assertThat(VoucherMark.of(file("a"), new ElectronicInvoice("R 1", DAY, AMOUNT, null, null)))
                .hasSize(1);
    }

    @Test
    void an_invoice_is_compared_with_what_was_typed() {
        ElectronicInvoice invoice = new ElectronicInvoice("R-1", DAY, AMOUNT, Money.euro(30_000_000), null);

        assertThat(invoice.differences(claim(FR, "r 1", DAY, AMOUNT))).isEmpty();
        assertThat(invoice.differences(claim(FR, "r 1", DAY, Money.euro(30_000_000))))
                .as("all of it, some in advance")
                .isEmpty();
        assertThat(invoice.differences(claim(FR, "R 2", DAY.plusDays(1), Money.euro(26_200_001))))
                .extracting(said -> said.code())
                .containsExactly("settlement.invoice.number", "settlement.invoice.date", "settlement.invoice.amount");
        assertThat(invoice.differences(
                        claim(FR, "R 1", DAY, new Money(AMOUNT.minor(), java.util.Currency.getInstance("GBP")))))
                .extracting(said -> said.code())
                .containsExactly("settlement.invoice.currency");
    }

    private static AttachedFile file(String hash) {
        return new AttachedFile("a.xml", FileKind.XML, 3, hash.repeat(64), FileScan.CLEAN);
    }

    private static Claim claim(Party claimant, @Nullable String number, LocalDate day, Money amount) {
        return new Claim(
                1,
                new OperationReference("JRO-2027-0001"),
                claimant,
                Claim.Kind.COST,
                1,
                CostCategory.CHARTER,
                "Charter",
                amount,
                number == null ? null : new Voucher(number, day),
                "frfinance1",
                Instant.EPOCH,
                null,
                null,
                null);
    }
}
