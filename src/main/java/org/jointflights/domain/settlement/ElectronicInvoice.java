package org.jointflights.domain.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an electronic invoice (EN 16931) says of itself. It is compared with what was typed and never put in its place.
 *
 * @param number BT-1
 * @param date BT-2, the day of issue
 * @param payable BT-115, what is to be paid, in the invoice's currency (BT-5)
 * @param total BT-112, with tax and before what was paid in advance; nothing where the invoice does not say it
 * @param seller an identifier of the seller: tax number (BT-31), register (BT-30) or another (BT-29); nothing if it has none
 */
public record ElectronicInvoice(
        String number,
        LocalDate date,
        Money payable,
        @Nullable Money total,
        @Nullable String seller) {

    /** Where it says something else than the claim, in words; none where it says the same. */
    public List<Sentence> differences(Claim claim) {
        List<Sentence> differences = new ArrayList<>();
        Voucher voucher = claim.voucher();
        if (voucher != null) {
            if (!VoucherMark.plain(number).equals(VoucherMark.plain(voucher.number()))) {
                differences.add(Sentence.of("settlement.invoice.number", number, voucher.number()));
            }
            if (!date.equals(voucher.date())) {
                differences.add(Sentence.of("settlement.invoice.date", date, voucher.date()));
            }
        }
        if (!payable.currency().equals(claim.amount().currency())) {
            differences.add(Sentence.of(
                    "settlement.invoice.currency",
                    payable.currency().getCurrencyCode(),
                    claim.amount().currency().getCurrencyCode()));
        } else if (!payable.equals(claim.amount()) && !claim.amount().equals(total)) {
            differences.add(Sentence.of("settlement.invoice.amount", payable, claim.amount()));
        }
        return differences;
    }
}
